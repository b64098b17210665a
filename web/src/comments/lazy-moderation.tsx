import { moderationText } from '../text/moderation.text.ts';
import type { CommentsProps } from './comments.tsx';
import { lazily } from '../ui/lazily.tsx';

/** What is decided about comments, in a chunk of its own: few of those who comment decide. */
export const LazyModeration = lazily(async () => (await import('./moderation.tsx')).Moderation, {
  texts: [moderationText],
});

/** The badge alone, where the list is closed; where it cannot be had, the room does without it. */
export const LazyModerationWatch = lazily<CommentsProps>(() =>
  import('./moderation-watch.tsx').then(
    ({ ModerationWatch }) => ModerationWatch,
    () => () => null,
  ),
);
