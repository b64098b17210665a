/** How one key, or one burst, went, in milliseconds. */
export interface Key {
  /** From the moment that the browser got the key to the frame that shows it, as the page's own thread is done with it. */
  readonly toPaint: number;
  /** What of that was work: the wait for the next frame of the screen is left out. */
  readonly work: number;
}

/** A frame that took long, and who took it. */
export interface LongFrame {
  readonly duration: number;
  readonly scripts: readonly string[];
  readonly styleAndLayout: number;
}

/** What the page has noted since it was last asked. */
export interface Notes {
  readonly keys: readonly Key[];
  /** The Event Timing API's own durations, to 8 ms; what is below 16 ms is not told. */
  readonly slowEvents: readonly number[];
  /** Tasks over 50 ms. */
  readonly longTasks: readonly number[];
  readonly longFrames: readonly LongFrame[];
}

/** Runs in the page before its own code: notes each key and its frame, and whatever took long. */
export const probe = `(() => {
  const fresh = () => ({ keys: [], slowEvents: [], longTasks: [], longFrames: [] });
  let notes = fresh();
  const soon = (callback) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); callback(); };
    port2.postMessage(null);
  };
  let current;
  const begin = (event) => {
    const key = { at: event.timeStamp, begun: performance.now(), handled: undefined };
    current = key;
    requestAnimationFrame(() => {
      const frame = performance.now();
      soon(() => {
        const painted = performance.now();
        const handling = Math.max(0, Math.min(key.handled ?? frame, frame) - key.begun);
        notes.keys.push({ toPaint: painted - key.at, work: handling + painted - frame });
      });
    });
  };
  addEventListener('keydown', begin, true);
  // Put in without a key, as an input method does.
  addEventListener('beforeinput', (event) => { if (current === undefined) begin(event); }, true);
  addEventListener('input', () => {
    const key = current;
    current = undefined;
    soon(() => { if (key) key.handled = performance.now(); });
  });
  const watch = (type, take, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, ...options });
  watch('event', ({ name, duration }) => { if (name === 'keydown') notes.slowEvents.push(duration); }, { durationThreshold: 16 });
  watch('longtask', ({ duration }) => notes.longTasks.push(duration));
  watch('long-animation-frame', (entry) => notes.longFrames.push({
    duration: entry.duration,
    // A frame that came to nothing has no such start.
    styleAndLayout: entry.styleAndLayoutStart === 0 ? 0 : entry.startTime + entry.duration - entry.styleAndLayoutStart,
    scripts: entry.scripts.filter((script) => script.duration >= 15).map((script) =>
      Math.round(script.duration) + ' ms ' + script.invoker + ' (' + script.sourceURL.split('/').pop() + ')'),
  }));
  window.takeNotes = () => { const taken = notes; notes = fresh(); return taken; };
})();`;
