import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const systemNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const systemFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const systemFiles = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Nothing that it does by itself: what the network sees is what the page does. */
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium headless with an empty profile; throws where there is none, for a browser test is never skipped. */
export async function launchBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(env), headless: true, args: [...quietArgs] });
}

/** The one that `CHROMIUM_PATH` names, else the system's, else the one from the npm registry. */
export async function findChromium(env: NodeJS.ProcessEnv): Promise<string> {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names no program that can be run: ${named}`);
    return named;
  }
  const found = candidates(env['PATH'] ?? '').find(isExecutable);
  return found ?? packagedChromium();
}

function candidates(searchPath: string): readonly string[] {
  const folders = [...searchPath.split(path.delimiter).filter((folder) => folder !== ''), ...systemFolders];
  return [...systemNames.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...systemFiles];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Its own list of arguments is for other places: some of them would switch off what is tested here. */
async function packagedChromium(): Promise<string> {
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch (cause) {
    throw new Error(
      'There is no Chromium for the browser tests: install chromium, or set CHROMIUM_PATH to one.',
      { cause },
    );
  }
}
