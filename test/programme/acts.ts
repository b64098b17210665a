import type { Client } from '../support/client.ts';
import type { Wire } from '../support/wire.ts';

export interface Draft {
  readonly basedOn: number;
  readonly figures?: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly effectiveFrom?: string;
}

/** Saves a version of the rules; returns whatever is answered. */
export const saveProgramme = async (client: Client, draft: Draft): Promise<Wire> => {
  const { figures = {}, note = 'A test', ...rest } = draft;
  const input = { ...rest, note, figures: Object.entries(figures).map(([key, value]) => ({ key, value })) };
  const { saveProgramme: saved } = await client.data<Wire>(
    `mutation ($input: SaveProgrammeInput!) { saveProgramme(input: $input) { __typename
      ... on SaveProgrammeSuccess { version { version note isInForce effectiveFrom savedBy { id }
        changes { key label before after } } }
      ... on UserError { message } ... on InvalidInput { field }
      ... on ProgrammeContradictory { contradictions { reason keys } } ... on ProgrammeMovedOn { newestVersion } } }`,
    { input },
  );
  return saved;
};

/** The newest version's number. */
export const newestVersion = async (operator: Client): Promise<number> =>
  (await operator.data<Wire>('{ newestProgramme { version } }')).newestProgramme.version;
