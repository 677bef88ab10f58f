import { TestBed } from '@angular/core/testing';
import { FormArray, FormControl, FormGroup } from '@angular/forms';
import { Problem } from '@api/problem';
import { Confirm } from '../confirm/confirm';
import { Outage } from '../outage';
import { Words } from '../words';
import { Conflict } from './conflict';
import { Drafts } from './drafts';
import { FormOptions, Forms } from './form-session';

type Value = { n: number | null; list: number[] };

const SILENT = new Problem(0, null);

function refusal(pointer: string): Problem {
  const text = { title: '', detail: '', name: '', description: '', request_id: '', type: 'urn:gn-exsitu:problem:invalid' };
  return new Problem(422, { ...text, status: 422, code: 422, facts: {}, errors: [{ pointer, code: 'range', message: 'no' }] });
}

function open(options: Partial<FormOptions<Value, string>> & Pick<FormOptions<Value, string>, 'save'>, draft?: Value) {
  const kept: unknown[] = [];
  const drafts = {
    read: () => (draft === undefined ? null : { at: '', value: draft, version: null }),
    keep: (_: string, value: unknown) => kept.push(value),
    drop: () => undefined,
    last: () => null,
    keepLast: () => undefined,
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Drafts, useValue: drafts },
      { provide: Confirm, useValue: {} },
      { provide: Conflict, useValue: {} },
      { provide: Words, useValue: {} },
      { provide: Outage, useValue: { say: () => undefined } },
    ],
  });
  const list = new FormArray<FormControl<number>>([]);
  const form = new FormGroup({ n: new FormControl<number | null>(1), list });
  const session = TestBed.runInInjectionContext(() =>
    TestBed.inject(Forms).open<Value, string>({ name: 'test', form, ...options }),
  );
  return { form, session, kept };
}

describe('a form', () => {
  it('is sent again under the same key, and under another once it has changed', async () => {
    const keys: string[] = [];
    const { form, session } = open({
      save: (_, { key }) => {
        keys.push(key);
        return keys.length < 4 ? Promise.reject(SILENT) : Promise.resolve('done');
      },
    });
    await session.submit();
    await session.submit();
    form.controls.n.setValue(2);
    await session.submit();
    expect(await session.submit()).toBe('done');
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(keys[3]).toBe(keys[2]);
  });

  it('is not sent twice at once', async () => {
    let sent = 0;
    const { session } = open({ save: () => Promise.resolve(`${++sent}`) });
    expect(await Promise.all([session.submit(), session.submit()])).toEqual(['1', null]);
  });

  it('can be sent again after an error in a list', async () => {
    let tries = 0;
    const { form, session } = open({
      save: () => (++tries === 1 ? Promise.reject(refusal('/list/0')) : Promise.resolve('done')),
    });
    form.controls.list.push(new FormControl(3, { nonNullable: true }));
    expect(await session.submit()).toBeNull();
    expect(form.controls.list.at(0).errors).toEqual({ server: 'no' });
    expect(await session.submit()).toBe('done');
  });

  it('takes up the draft of a list of another length', () => {
    const grow = (value: Partial<Value>): void => {
      for (const n of value.list ?? []) form.controls.list.push(new FormControl(n, { nonNullable: true }));
    };
    const list = new FormArray<FormControl<number>>([]);
    const form = new FormGroup({ n: new FormControl<number | null>(1), list });
    open({ save: () => Promise.resolve(''), form, fill: grow }, { n: 1, list: [5, 6] });
    expect(form.getRawValue().list).toEqual([5, 6]);
  });

  it('keeps as a draft what was typed just before it is left', () => {
    const { form, kept } = open({ save: () => Promise.resolve('') });
    form.controls.n.setValue(7);
    form.markAsDirty();
    expect(kept).toEqual([]);
    TestBed.resetTestingModule();
    expect(kept).toEqual([{ n: 7, list: [] }]);
  });
});
