// Prints numbers as the pages do: a JSON array of doubles (as texts) comes in, an array of texts goes out.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

// the sources name each other as the bundler wants it, with .js
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(fileURLToPath(source))) {
        return next(source.href, context);
      }
    }
    return next(specifier, context);
  },
});
const { formatNumber } = await import(pathToFileURL(process.argv[2]).href);
let given = '';
for await (const piece of process.stdin) {
  given += piece;
}
process.stdout.write(JSON.stringify(JSON.parse(given).map((text) => formatNumber(Number(text)))));
