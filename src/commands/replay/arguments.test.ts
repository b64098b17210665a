import { describe, expect, test } from '@jest/globals';
import { parseReplayArguments, UsageError } from './arguments.ts';

describe('the command line of a replay', () => {
  test('needs no more than a file', () => {
    expect(parseReplayArguments(['--file', 'a.md'])).toEqual({
      file: 'a.md',
      speed: 1,
      url: 'http://127.0.0.1:4000',
      identity: { kind: 'newcomer' },
      transcriptId: null,
      title: null,
      visibility: 'PRIVATE',
      isLooped: false,
    });
  });

  test('takes everything else as a flag', () => {
    const flags =
      '--file a.md --speed 2.5 --url http://example.org:81/ --token t --transcript id --visibility public';
    expect(parseReplayArguments([...flags.split(' '), '--title', '周会', '--loop'])).toEqual({
      file: 'a.md',
      speed: 2.5,
      url: 'http://example.org:81',
      identity: { kind: 'token', token: 't' },
      transcriptId: 'id',
      title: '周会',
      visibility: 'PUBLIC',
      isLooped: true,
    });
    expect(parseReplayArguments(['--file', 'a', '--username', 'u', '--password-stdin'])?.identity).toEqual({
      kind: 'password',
      username: 'u',
    });
  });

  test('asks for help with --help, whatever else is there', () => {
    expect(parseReplayArguments(['--help'])).toBeNull();
    expect(parseReplayArguments(['-h', '--file', 'a', '--speed', 'x'])).toBeNull();
  });

  test.each([
    ['', '--file'],
    ['--file a --speed 0', '--speed'],
    ['--file a --speed fast', '--speed'],
    ['--file a --speed 1001', '--speed'],
    ['--file a --url ftp://example.org', '--url'],
    ['--file a --visibility SECRET', '--visibility'],
    ['--file a --username u', '--password-stdin'],
    ['--file a --password-stdin', '--username'],
    ['--file a --token t --username u --password-stdin', '--token'],
    ['--file a --sped 3', '--sped'],
    ['--file a b', 'b'],
  ])('refuses "%s" and names %s', (line, named) => {
    const args = line === '' ? [] : line.split(' ');
    expect(() => parseReplayArguments(args)).toThrow(UsageError);
    expect(() => parseReplayArguments(args)).toThrow(named);
  });
});
