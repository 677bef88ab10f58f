import { ApplicationInitStatus, Component, computed, provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LANGUAGE } from '@host/tokens';
import { provideWords } from '../words';
import { EntryValues } from './cells';
import { EntryGrid } from './entry-grid';

@Component({
  imports: [EntryGrid],
  template: `<ex-entry-grid
    name="Relevé"
    rowName="Terrine"
    [rows]="rows"
    [columns]="columns()"
    [(values)]="values"
    [errors]="{ B: { emerged: 'trop' } }"
    [closed]="closed"
  />`,
})
class Visit {
  readonly rows = [
    { key: 'A', label: 'A' },
    { key: 'B', label: 'B' },
  ];
  readonly values = signal<EntryValues>({ A: { emerged: 3 } });
  /** Made anew at each key, as where the columns depend on what was entered. */
  readonly columns = computed(() => {
    this.values();
    return [
      { key: 'emerged', label: 'Levées', short: 'Lev.' },
      { key: 'dead', label: 'Mortes', short: 'Mort.' },
    ];
  });
  readonly closed = (row: string, column: string): boolean => row === 'A' && column === 'dead';
}

async function visit() {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideWords('fr'), { provide: LANGUAGE, useValue: 'fr' }],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  const fixture = TestBed.createComponent(Visit);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const find = (name: string): HTMLElement => {
    const found = element.querySelector<HTMLElement>(`[data-qa=entry-${name}]`);
    if (found === null) throw new Error(`no ${name}`);
    return found;
  };
  return {
    values: fixture.componentInstance.values,
    element,
    find,
    here: (): string | null | undefined => document.activeElement?.getAttribute('data-qa'),
    focus: async (cell: string): Promise<void> => {
      find(cell).focus();
      await fixture.whenStable();
    },
    keys: async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await fixture.whenStable();
      }
    },
    tap: async (button: string): Promise<void> => {
      find(button).click();
      await fixture.whenStable();
    },
  };
}

describe('EntryGrid', () => {
  it('goes on with a number, however slowly it is typed', async () => {
    const { values, focus, keys, tap } = await visit();
    await focus('B-emerged');
    await keys('1', '2');
    expect(values()['B']?.['emerged']).toBe(12);
    await focus('B-dead');
    await tap('digit-4');
    await tap('digit-8');
    expect(values()['B']?.['dead']).toBe(48);
  });

  it('starts a number again for who comes back to a cell', async () => {
    const { values, find, focus, keys } = await visit();
    await focus('B-emerged');
    await keys('1', '1');
    (document.activeElement as HTMLElement).blur();
    await focus('B-emerged');
    await keys('9');
    expect(values()['B']?.['emerged']).toBe(9);
    find('B-emerged').click();
    await keys('4');
    expect(values()['B']?.['emerged']).toBe(4);
  });

  it('is typed from the keyboard, one class after the other, over what is closed', async () => {
    const { values, focus, keys, here } = await visit();
    await focus('A-emerged');
    await keys('1', '2', 'Enter', '0', 'Enter', '4');
    expect(values()).toEqual({ A: { emerged: 12 }, B: { emerged: 0, dead: 4 } });
    expect(here()).toBe('entry-B-dead');
  });

  it('moves with the arrows and stops at the edges', async () => {
    const { focus, keys, here } = await visit();
    await focus('A-emerged');
    await keys('ArrowUp', 'ArrowLeft');
    expect(here()).toBe('entry-A-emerged');
    await keys('ArrowDown', 'ArrowRight');
    expect(here()).toBe('entry-B-dead');
    await keys('ArrowUp');
    expect(here()).toBe('entry-B-dead');
  });

  it('restores a cell as it was entered', async () => {
    const { values, focus, keys } = await visit();
    await focus('A-emerged');
    await keys('9', '+', 'Escape');
    expect(values()).toEqual({ A: { emerged: 3 } });
  });

  it('is tapped on the pad, which writes in the current cell', async () => {
    const { values, focus, tap, find } = await visit();
    await focus('A-emerged');
    await tap('more');
    await tap('after');
    await tap('digit-1');
    await tap('digit-0');
    await tap('less');
    expect(values()).toEqual({ A: { emerged: 4 }, B: { emerged: 9 } });
    await tap('empty');
    expect(values()['B']).toEqual({ emerged: null });
    expect(find('before').textContent).toContain('A');
    expect(find('after').hasAttribute('disabled')).toBe(true);
  });

  it('sums columns, and nothing where nothing was counted', async () => {
    const { find, focus, keys } = await visit();
    await focus('B-emerged');
    await keys('5');
    expect(find('total-emerged').textContent?.trim()).toBe('8');
    expect(find('total-dead').textContent?.trim()).toBe('');
  });

  it('says under the row which cell is refused', async () => {
    const { find, element } = await visit();
    const cell = find('B-emerged');
    expect(cell.getAttribute('aria-invalid')).toBe('true');
    const message = element.querySelector(`[id="${cell.getAttribute('aria-describedby')}"]`);
    expect(message?.textContent?.trim()).toBe('Levées : trop');
    expect(cell.closest('tr')?.nextElementSibling?.contains(message)).toBe(true);
  });

  it('says what was written', async () => {
    const { focus, keys, element } = await visit();
    await focus('A-emerged');
    await keys('7');
    expect(element.querySelector('[aria-live]')?.textContent).toBe('A, Levées : 7');
    await keys('Backspace');
    expect(element.querySelector('[aria-live]')?.textContent).toBe('A, Levées : non compté');
  });

  it('leaves the keys of the browser alone', async () => {
    const { focus } = await visit();
    await focus('A-emerged');
    const event = new KeyboardEvent('keydown', { key: '+', ctrlKey: true, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});
