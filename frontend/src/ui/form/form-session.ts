import { Injectable, Signal, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormArray, FormGroup } from '@angular/forms';
import { debounceTime } from 'rxjs';
import { Problem } from '@api/problem';
import { Confirm } from '../confirm/confirm';
import { Outage } from '../outage';
import { Words } from '../words';
import { Conflict } from './conflict';
import { Drafts } from './drafts';
import { OrphanError, applyErrors } from './server-errors';
import { merged } from './merge';

export interface FormOptions<V, R> {
  /** Name of the form: of its last values, and of its draft with `record`. */
  readonly name: string;
  /** What it is about when it changes no record: a draft about one lot is not taken up for another. */
  readonly about?: string;
  /** The record that it changes. */
  readonly record?: { readonly uuid: string; readonly version: number };
  readonly form: FormGroup;
  /**
   * Sends it. `key` is the same for every try of one intent: use it for `Idempotency-Key`;
   * `version` is what `If-Match` takes.
   */
  readonly save: (value: V, how: { key: string; version: number | null }) => Promise<R>;
  /** The form's value of a record as a 412 answers it. */
  readonly read?: (current: unknown) => { value: V; version: number };
  /** Labels of the fields, for a conflict: keys of translations. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Controls that hold fields the API names otherwise. */
  readonly names?: Readonly<Record<string, string>>;
  /** Puts a value in the form where `patchValue` is not enough: lists that take its length. */
  readonly fill?: (value: Partial<V>) => void;
  /** Fields that are never repeated from the last time. */
  readonly unique?: readonly string[];
}

/** What a form's screen shows and calls. */
export interface FormSession<R> {
  readonly busy: Signal<boolean>;
  /** What the service refused as a whole. */
  readonly problem: Signal<Problem | null>;
  readonly orphans: Signal<readonly OrphanError[]>;
  /** How many times it was not sent or was refused: what is wrong is then brought to the eye. */
  readonly refusals: Signal<number>;
  readonly dirty: Signal<boolean>;
  /** When the draft taken up again was typed. */
  readonly draftAt: Signal<string | null>;
  readonly canRepeat: boolean;
  /** Sends the form; null when it is not valid, was refused, or is on its way already. */
  submit(): Promise<R | null>;
  dropDraft(): void;
  repeatLast(): void;
  /** May one leave? Asks when something is not saved. */
  mayLeave(): Promise<boolean>;
}

/** Makes the sessions of forms: draft, last values, errors, conflict, one send at a time. */
@Injectable({ providedIn: 'root' })
export class Forms {
  private readonly drafts = inject(Drafts);
  private readonly confirm = inject(Confirm);
  private readonly conflict = inject(Conflict);
  private readonly words = inject(Words);
  private readonly outage = inject(Outage);

  /** Call it once the form has its first value, where one may inject. */
  open<V extends Record<string, unknown>, R>(options: FormOptions<V, R>): FormSession<R> {
    const { form, name, record } = options;
    const about = record?.uuid ?? options.about;
    const draftName = about === undefined ? name : `${name}:${about}`;
    const busy = signal(false);
    const problem = signal<Problem | null>(null);
    const orphans = signal<readonly OrphanError[]>([]);
    const refusals = signal(0);
    const draftAt = signal<string | null>(null);
    const saved = signal(false);
    let base = structuredClone(form.getRawValue()) as V;
    let version = record?.version ?? null;
    let key: string | null = null;
    /** What was sent under the key. */
    let keyed = '';
    const fill = options.fill ?? ((value: Partial<V>): void => form.patchValue(value));
    const reset = (value: V): void => {
      options.fill?.(value);
      form.reset(value);
    };

    const draft = this.drafts.read(draftName);
    if (draft !== null && draft.version === version) {
      fill(draft.value as V);
      form.markAsDirty();
      draftAt.set(draft.at);
    }
    const dirty = signal(form.dirty);
    form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      // A change is another intent: another key. A form that is only checked again says it changed too.
      if (key !== null && JSON.stringify(form.getRawValue()) !== keyed) key = null;
      dirty.set(form.dirty);
    });
    // In this order what was typed just before leaving is kept too: the end lets the last value through.
    form.valueChanges.pipe(takeUntilDestroyed(), debounceTime(300)).subscribe(() => {
      if (form.dirty && !saved()) this.drafts.keep(draftName, form.getRawValue(), version);
    });

    const resolve = async (refusal: Problem): Promise<boolean> => {
      if (options.read === undefined || refusal.document?.current === undefined) return false;
      const theirs = options.read(refusal.document.current);
      const mine = form.getRawValue() as V;
      const choice = await this.conflict.ask({ base, mine, theirs: theirs.value, labels: options.labels ?? {} });
      if (choice === null) return false;
      if (choice === 'theirs') reset(theirs.value);
      if (choice === 'both') fill(merged(base, mine, theirs.value));
      base = structuredClone(theirs.value);
      version = theirs.version;
      key = null;
      return choice !== 'theirs';
    };

    const send = async (): Promise<R | null> => {
      const value = form.getRawValue() as V;
      key ??= crypto.randomUUID();
      keyed = JSON.stringify(value);
      try {
        const result = await options.save(value, { key, version });
        saved.set(true);
        form.markAsPristine();
        this.drafts.drop(draftName);
        this.drafts.keepLast(name, value);
        return result;
      } catch (error) {
        const refusal = Problem.from(error);
        if (refusal.status === 412 && (await resolve(refusal))) return send();
        if (refusal.status === 412) return null;
        this.outage.say(refusal);
        problem.set(refusal);
        orphans.set(applyErrors(form, refusal.document?.errors ?? [], options.names));
        return null;
      }
    };

    const last = this.drafts.last(name) as Record<string, unknown> | null;
    return {
      busy: busy.asReadonly(),
      problem: problem.asReadonly(),
      orphans: orphans.asReadonly(),
      refusals: refusals.asReadonly(),
      dirty: computed(() => dirty() && !saved()),
      draftAt: draftAt.asReadonly(),
      canRepeat: last !== null && record === undefined,
      submit: async () => {
        if (busy()) return null;
        clearServerErrors(form);
        form.markAllAsTouched();
        problem.set(null);
        orphans.set([]);
        if (form.invalid) {
          refusals.update((n) => n + 1);
          return null;
        }
        busy.set(true);
        try {
          const result = await send();
          if (problem() !== null) refusals.update((n) => n + 1);
          return result;
        } finally {
          busy.set(false);
        }
      },
      dropDraft: () => {
        this.drafts.drop(draftName);
        draftAt.set(null);
        reset(base);
      },
      repeatLast: () => {
        if (last === null) return;
        const empty = Object.entries(last).filter(
          ([field]) => !(options.unique ?? []).includes(field) && !form.get(field)?.dirty,
        );
        fill(Object.fromEntries(empty) as Partial<V>);
        form.markAsDirty();
      },
      mayLeave: async () => {
        if (saved() || !form.dirty) return true;
        const answer = await this.confirm.ask({
          title: this.words.of('form.leave.title'),
          text: this.words.of('form.leave.text'),
          yes: this.words.of('form.leave.yes'),
        });
        return answer !== null;
      },
    };
  }
}

/** What the service had said of a field is not known to hold for its new value. */
function clearServerErrors(form: FormGroup | FormArray): void {
  form.updateValueAndValidity();
  for (const control of Object.values(form.controls)) {
    if (control instanceof FormGroup || control instanceof FormArray) clearServerErrors(control);
    // With its event: what is said beside the field goes too.
    else control.updateValueAndValidity();
  }
}
