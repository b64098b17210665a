import { defineEntity } from '@mikro-orm/postgresql';

/** A dictionary as it is kept: a member's own, or a transcript's. */
export const BriefDictionaryEntity = defineEntity({
  name: 'BriefDictionary',
  tableName: 'brief_dictionaries',
  properties: (p) => ({
    id: p.uuid().primary(),
    memberId: p.uuid().nullable().unique(),
    transcriptId: p.uuid().nullable().unique(),
    revision: p.integer(),
    entryCount: p.integer(),
    completeFrom: p.integer(),
  }),
});

/** A brief as it is kept; a removed one leaves its code for a while, so that copies elsewhere hear of it. */
export const BriefEntryEntity = defineEntity({
  name: 'BriefEntry',
  tableName: 'brief_entries',
  properties: (p) => ({
    dictionaryId: p.uuid().primary(),
    /** NFKC and case-folded (brief.rules.ts): the code by which briefs are found. */
    codeKey: p.text().primary(),
    code: p.text(),
    text: p.text(),
    note: p.text(),
    revision: p.integer(),
    isRemoved: p.boolean(),
  }),
});
