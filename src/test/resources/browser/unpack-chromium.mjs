// Unpacks the browser inside the npm package @sparticuz/chromium: node unpack-chromium.mjs <package>/bin <target>
import { createReadStream, createWriteStream, chmodSync, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const [bin, target] = process.argv.slice(2);
const unpack = (from, to) =>
  pipeline(createReadStream(`${bin}/${from}.br`), createBrotliDecompress(), createWriteStream(`${target}/${to}`));
for (const archive of ['al2023.tar', 'swiftshader.tar', 'fonts.tar']) await unpack(archive, archive);
await unpack('chromium', 'chromium.part');
chmodSync(`${target}/chromium.part`, 0o755);
// last, so that a half unpacked browser is never taken for a whole one
renameSync(`${target}/chromium.part`, `${target}/chromium`);
