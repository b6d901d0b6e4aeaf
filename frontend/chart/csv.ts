import type { Cell } from '../run/run-types.js';
import type { Rows } from './rows.js';

/** A cell as CSV: quoted where needed, and never read as a formula by a spreadsheet. */
export function csvCell(value: Cell): string {
  const text = String(value);
  const numeric = typeof value === 'number' || /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) || text === '-Infinity';
  const safe = !numeric && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function csvOf(rows: Rows): string {
  const lines = [rows.head.map(csvCell).join(',')];
  for (let i = 0; i < rows.count; i++) {
    lines.push(rows.row(i).map(csvCell).join(','));
  }
  return lines.join('\r\n') + '\r\n';
}
