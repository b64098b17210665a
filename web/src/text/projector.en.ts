import type { ProjectorText } from './projector.zh.ts';

export const projectorEn: ProjectorText = {
  label: 'Projector controls',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  all: 'Everything',
  lines: (count) => `${count} lines`,
  leave: 'End projecting',
};
