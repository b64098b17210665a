const uniqueViolation = '23505';

/** What a statement came to; null when something unique that it was to write has been written meanwhile. */
export async function unlessTaken<T>(statement: Promise<T>): Promise<T | null> {
  try {
    return await statement;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === uniqueViolation) return null;
    throw error;
  }
}
