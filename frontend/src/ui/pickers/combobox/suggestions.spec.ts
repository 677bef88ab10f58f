import { Signal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Problem } from '@api/problem';
import { Source } from './source';
import { Suggestions, suggestions } from './suggestions';

interface Question {
  readonly text: string;
  readonly abort: AbortSignal;
  readonly answer: (words: string[]) => void;
  readonly refuse: (error: Error) => void;
}

/** A service whose answers come when the test says so. */
class SlowSource implements Source<string, string> {
  readonly name = 'words';
  readonly minLength = 2;
  readonly wait = 200;
  readonly asked: Question[] = [];
  readonly key = (word: string): string => word;
  readonly display = (word: string): string => word;

  search(text: string, abort: AbortSignal): Promise<readonly string[]> {
    return new Promise((answer, refuse) => this.asked.push({ text, abort, answer, refuse }));
  }
}

describe('suggestions', () => {
  const text = signal<string | null>(null);
  const remembered = signal<readonly string[]>(['last chosen']);
  let source: SlowSource;
  let shown: Suggestions<string>;

  /** Lets the typing rest, and whatever is answered be read. */
  const settle = async (milliseconds = 200): Promise<void> => {
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  };
  const type = async (typed: string): Promise<void> => {
    text.set(typed);
    await settle();
  };
  const asked = (n: number): Question => {
    const question = source.asked[n];
    if (question === undefined) throw new Error(`no question ${n}`);
    return question;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    text.set(null);
    source = new SlowSource();
    shown = TestBed.runInInjectionContext(() =>
      suggestions<string>(signal(source) as unknown as Signal<Source<string>>, text, remembered),
    );
  });
  afterEach(() => vi.useRealTimers());

  it('shows what was chosen last while too little is typed, and asks nothing', async () => {
    await type('e');
    expect(shown.state()).toBe('short');
    expect(shown.options()).toEqual(['last chosen']);
    expect(source.asked).toEqual([]);
  });

  it('asks once the typing rests', async () => {
    text.set('er');
    await settle(150);
    text.set('ery');
    await settle(150);
    expect(source.asked).toEqual([]);
    await settle(50);
    expect(source.asked.map((question) => question.text)).toEqual(['ery']);
    asked(0).answer(['Eryngium']);
    await settle(0);
    expect(shown.state()).toBe('ready');
    expect(shown.options()).toEqual(['Eryngium']);
  });

  it('aborts the former question and ignores its answer when it comes late', async () => {
    await type('ery');
    await type('gent');
    expect(asked(0).abort.aborted).toBe(true);
    expect(asked(1).abort.aborted).toBe(false);
    asked(1).answer(['Gentiana']);
    await settle(0);
    asked(0).answer(['Eryngium']);
    await settle(0);
    expect(shown.options()).toEqual(['Gentiana']);
  });

  it('keeps the former options in sight, said to be of a former text', async () => {
    await type('ery');
    asked(0).answer(['Eryngium']);
    await settle(0);
    expect(shown.options()).toEqual(['Eryngium']);
    await type('eryt');
    expect(shown.state()).toBe('searching');
    expect(shown.options()).toEqual(['Eryngium']);
    asked(1).answer([]);
    await settle(0);
    expect(shown.state()).toBe('ready');
    expect(shown.options()).toEqual([]);
  });

  it('says a refusal, and asks again', async () => {
    await type('ery');
    asked(0).refuse(new Problem(0, null));
    await settle(0);
    expect(shown.state()).toBe('failed');
    expect(shown.problem()?.status).toBe(0);
    expect(shown.options()).toEqual([]);
    shown.retry();
    await settle();
    asked(1).answer(['Eryngium']);
    await settle(0);
    expect(shown.state()).toBe('ready');
    expect(shown.problem()).toBeNull();
  });

  it('asks nothing once the list is closed', async () => {
    text.set('ery');
    await settle(100);
    text.set(null);
    await settle();
    expect(source.asked).toEqual([]);
  });

  it('aborts the question of a list that closes', async () => {
    await type('ery');
    text.set(null);
    TestBed.tick();
    expect(asked(0).abort.aborted).toBe(true);
  });
});
