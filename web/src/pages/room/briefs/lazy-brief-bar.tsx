import { briefsText } from '../../../text/briefs.text.ts';
import { lazyPart } from '../../../ui/lazy-part.tsx';

/** Briefs come once the room stands: the line types without them until then. */
export const LazyBriefBar = lazyPart({
  load: async () => (await import('./brief-bar.tsx')).BriefBar,
  texts: [briefsText],
});
