import './ui/base.css';

import { mount } from './mount.tsx';
import { askDoor, ReaderPage } from './reader/reader.page.tsx';
import { commonText } from './text/common.text.ts';
import { readerText } from './text/reader.text.ts';
import { OfflineBar } from './ui/connection.tsx';
import { Toasts } from './ui/toasts.tsx';

const shareCode = decodeURIComponent(location.pathname.split('/')[2] ?? '');
// A fragment is never sent to the server; the password in it leaves the address bar at once.
const invitedBy = new URLSearchParams(location.hash.slice(1)).get('k');
if (invitedBy !== null) history.replaceState(null, '', location.pathname + location.search);
const asked = location.search.includes('embed=1')
  ? import('./reader/frame-token.ts').then((module) => (module.useTokenOfFrame(), askDoor(shareCode)))
  : askDoor(shareCode);

void mount(
  <>
    <ReaderPage {...{ shareCode, asked, invitedBy }} />
    <OfflineBar />
    <Toasts />
  </>,
  [commonText, readerText],
);
