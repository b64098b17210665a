import { lazyPart } from '../../ui/lazy-part.tsx';

// What is opened from a room's heading now and then stands in chunks of its own.

export const SharePanel = lazyPart({
  load: async () => (await import('./share-panel.tsx')).SharePanel,
});
export const MeterLine = lazyPart({
  load: async () => (await import('./meter-line.tsx')).MeterLine,
});
export const TitleForm = lazyPart({
  load: async () => (await import('./title-form.tsx')).TitleForm,
});
