const otherDatabase = 'or set DATABASE_URL to a PostgreSQL 15 or newer of your own';

/** What PostgreSQL and the system say, recognised, with what happened and what to do in plain words. */
const knownFailures: readonly (readonly [RegExp, (folder: string) => string])[] = [
  // Before the disk: a full /dev/shm complains of no space on the device too.
  [
    /could not .*(?:shared memory|semaphore)|cannot allocate memory|out of memory|ENOMEM/i,
    () =>
      `There is not enough memory to start PostgreSQL. Free some (it needs about 200 MB), ${otherDatabase}.`,
  ],
  [
    /no space left|ENOSPC|disk quota|EDQUOT|wrote only \d+ of/i,
    (folder) => `The disk that holds ${folder} is full. Free some space and start again, ${otherDatabase}.`,
  ],
  [
    /read-only file system|EROFS/i,
    (folder) =>
      `The disk that holds ${folder} is read-only. Choose a data folder that can be written, ${otherDatabase}.`,
  ],
  [
    /error while loading shared libraries|GLIBC|ENOEXEC|exec format|spawn \S+ ENOENT/i,
    () =>
      'The PostgreSQL that comes with this project does not run on this system (it needs a Linux with glibc, or ' +
      `macOS). Use such a system, ${otherDatabase}.`,
  ],
  [
    /could not look up effective user/i,
    () =>
      'The embedded PostgreSQL cannot run as a user number without a name. Add the number to /etc/passwd or ' +
      `start as a user that is there, ${otherDatabase}.`,
  ],
  [
    /permission denied|EACCES|EPERM|not permitted/i,
    (folder) =>
      `The system forbids what PostgreSQL needs in ${folder}. Make the folder writable for the user that ` +
      `starts this program, choose another data folder, ${otherDatabase}.`,
  ],
];

const complaintPattern =
  /error|fatal|panic|could not|denied|not permitted|space left|ENO[A-Z]+|EACCES|EPERM|EROFS|EDQUOT/i;

/** Says in one plain message what went wrong and what to do; keeps the words of the system as the detail. */
export function startupFailure(said: string, folder: string): Error {
  const detail = tellingLines(said);
  const known = knownFailures.find(([pattern]) => detail.some((line) => pattern.test(line)));
  const unknown = `The embedded PostgreSQL could not start. Read start.log and cluster/log in ${folder}, ${otherDatabase}.`;
  return new Error(
    `${known?.[1](folder) ?? unknown} Detail: ${detail.slice(-3).join(' / ') || 'none was given'}`,
  );
}

/** Of a long output only the lines that complain matter; without any, all do. */
function tellingLines(said: string): readonly string[] {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const complaints = lines.filter((line) => complaintPattern.test(line) && !line.includes('LOG:'));
  return complaints.length > 0 ? complaints : lines;
}
