import { checkText } from '../../platform/text/text.rules.ts';

/** An announcement's title holds at most this many characters, counted as code points. */
export const titleCharactersMax = 120;

/** An announcement's Markdown holds at most this many characters, counted as code points. */
export const bodyCharactersMax = 10_000;

/** What staff write. */
export interface AnnouncementWords {
  readonly title: string;
  readonly body: string;
}

/** An announcement as it is read. */
export interface AnnouncementRow extends AnnouncementWords {
  readonly id: string;
  readonly publishedAt: Date;
}

/** The words exactly as they were given; throws InvalidInput unless title and body are within their limits. */
export function checkWords({ title, body }: AnnouncementWords): AnnouncementWords {
  checkText('title', title, { name: { zh: '公告标题', en: 'The title' }, min: 1, max: titleCharactersMax });
  checkText('body', body, {
    name: { zh: '公告内容', en: 'The text' },
    min: 1,
    max: bodyCharactersMax,
    multiline: true,
  });
  return { title, body };
}
