import './ui/base.css';

import { AppRoot } from './app/app-root.tsx';
import { watchSession } from './app/session.ts';
import { mount } from './mount.tsx';
import { commonText } from './text/common.text.ts';
import { shellText } from './text/shell.text.ts';

watchSession();
void mount(<AppRoot />, [commonText, shellText]);
