import { ApplicationInitStatus, provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LANGUAGE } from '@host/tokens';
import { provideWords } from '../words';
import { Loaded, loaded } from './record-loader';

/** A record whose answers come when one says so. */
async function reading() {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideWords('fr'), { provide: LANGUAGE, useValue: 'fr' }],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  const asked: ((value: string) => void)[] = [];
  const record: Loaded<string> = TestBed.runInInjectionContext(() =>
    loaded(signal('lot'), () => new Promise<string>((answer) => asked.push(answer))),
  );
  const settle = async (): Promise<void> => {
    TestBed.tick();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    TestBed.tick();
  };
  await settle();
  return { asked, record, settle };
}

describe('a record that is read', () => {
  it('stays while it is read again', async () => {
    const { asked, record, settle } = await reading();
    asked[0]?.('first');
    await settle();
    expect(record.value()).toBe('first');
    record.refresh();
    await settle();
    expect([record.value(), record.loading()]).toEqual(['first', true]);
    asked[1]?.('second');
    await settle();
    expect([record.value(), record.loading()]).toEqual(['second', false]);
  });

  it('is read again after a write, even while an older reading is on its way', async () => {
    const { asked, record, settle } = await reading();
    asked[0]?.('first');
    await settle();
    record.refresh();
    await settle();
    record.refresh();
    await settle();
    expect(asked).toHaveLength(3);
    asked[2]?.('after the write');
    asked[1]?.('before the write');
    await settle();
    expect(record.value()).toBe('after the write');
  });

  it('shows what a write answered while it is read again at once', async () => {
    const { asked, record, settle } = await reading();
    asked[0]?.('first');
    await settle();
    record.set('as it was written');
    record.refresh();
    await settle();
    expect([record.value(), record.loading()]).toEqual(['as it was written', true]);
  });
});
