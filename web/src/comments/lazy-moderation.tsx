import { moderationText } from '../text/moderation.text.ts';
import { lazily } from '../ui/lazily.tsx';

/** What is decided about comments, in a chunk of its own: few of those who comment decide. */
export const LazyModeration = lazily(async () => (await import('./moderation.tsx')).Moderation, {
  texts: [moderationText],
});

/** The badge alone, where the list is closed. */
export const LazyModerationWatch = lazily(
  async () => (await import('./moderation-watch.tsx')).ModerationWatch,
);
