/** Fen as people read money. */
export const yuan = (fen: number): string =>
  `¥${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
