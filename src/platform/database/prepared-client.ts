import pg, { type QueryConfig } from 'pg';

/**
 * How many statements one connection keeps prepared. Those that we use all the time are the first to be; what comes
 * later runs unprepared, and a connection does not live for ever (orm.ts), so nobody fills them with what they made up.
 */
const statementsMax = 200;

/** The driver's client, its many ways of calling `query` taken as one. */
interface AnyClient extends Omit<pg.Client, 'query'> {
  query(config: unknown, ...rest: readonly unknown[]): unknown;
}
const Client = pg.Client as unknown as new (config?: pg.ClientConfig) => AnyClient;

/**
 * A connection on which a statement with parameters is prepared the first time, and from then on neither parsed nor
 * planned anew: planning our larger reads costs more than running them. Statements are told apart by their text, so
 * what differs from call to call belongs into parameters.
 */
export class PreparingClient extends Client {
  readonly #names = new Map<string, string>();

  override query(config: unknown, ...rest: readonly unknown[]): unknown {
    const [values, ...others] = rest;
    if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0)
      return super.query(config, ...rest);
    const name = this.#nameOf(config);
    if (name === undefined) return super.query(config, ...rest);
    return super.query({ name, text: config, values } satisfies QueryConfig, ...others);
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= statementsMax) return known;
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
