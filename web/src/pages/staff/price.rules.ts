/** Yuan as people type them, in fen; undefined for what is no amount with at most two decimals. */
export function fenFromYuan(typed: string): number | undefined {
  const match = /^(\d{1,9})(?:[.。](\d{1,2}))?$/.exec(typed.normalize('NFKC').replaceAll(/[¥,\s]/g, ''));
  if (match === null) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Fen as they stand in the field: without a sign, without decimals that say nothing. */
export function yuanFromFen(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** Digits as people type them; undefined for what is no whole number. */
export function wholeNumber(typed: string): number | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
