import './ui/base.css';

import { mount } from './mount.tsx';
import { askDoor, ReaderPage } from './reader/reader.page.tsx';
import { commonText } from './text/common.text.ts';
import { readerText } from './text/reader.text.ts';
import { OfflineBar } from './ui/connection.tsx';
import { Toasts } from './ui/toasts.tsx';

const shareCode = decodeURIComponent(location.pathname.split('/')[2] ?? '');
const asked = askDoor(shareCode);

void mount(
  <>
    <ReaderPage shareCode={shareCode} asked={asked} />
    <OfflineBar />
    <Toasts />
  </>,
  [commonText, readerText],
);
