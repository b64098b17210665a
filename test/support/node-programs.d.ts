export function findNodePrograms(): {
  readonly postgresFolder: string | null;
  readonly redisServer: string | null;
};
export function missingNodePrograms(): readonly string[];
