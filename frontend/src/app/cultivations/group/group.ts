import { Component, Injector, computed, effect, inject, runInInjectionContext, signal, untracked } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe, ManyPipe } from '@ui/format';
import { FieldError } from '@ui/form/field-error';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { ListState } from '@ui/list/list-state';
import { NumberInput } from '@ui/pickers/number/number';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Cultivation, Cultivations, Operation } from '../cultivations-api';
import { EventCommon } from '../event/common-fields';
import { FIELDS, Kind, SHARED, SaidField, hasQuantity, isKind } from '../event/kinds';
import { SaidForm, SaidValue, atFormRows, saidBody, saidForm } from '../event/said-form';
import { SaidFields } from '../event/said-fields';
import { queryOf } from '../list/query';
import { Undo } from '../shared/undo';

type Line = FormGroup<{ chosen: FormControl<boolean>; quantity: FormControl<number | null> }>;
type GroupForm = FormGroup<{
  event_date: FormControl<string | null>;
  said: SaidForm;
  remarks: FormControl<string | null>;
  lines: FormArray<Line>;
}>;

interface Value extends Record<string, unknown> {
  readonly event_date: string | null;
  readonly said: SaidValue;
  readonly remarks: string | null;
  readonly lines: readonly { readonly chosen: boolean; readonly quantity: number | null }[];
}

interface Open {
  readonly kind: Kind;
  readonly rows: readonly Cultivation[];
  readonly fields: readonly SaidField[];
  readonly form: GroupForm;
  readonly session: FormSession<Operation>;
}

/** One page of the service: what is done in one go. */
const SHOWN = 200;

/** The same event of several cultivations, each with its own number of plants, all or nothing. */
@Component({
  selector: 'ex-group',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, CodePipe, ManyPipe, FieldError, FormStatus, NumberInput, SaidFields, EventCommon],
  providers: [ListState],
  templateUrl: './group.html',
  styleUrl: './group.css',
})
export class GroupPage {
  private readonly cultivations = inject(Cultivations);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly state = inject(ListState);
  private readonly toaster = inject(Toaster);
  private readonly undo = inject(Undo);
  private readonly words = inject(Words);

  protected readonly kinds = SHARED;
  protected readonly kind = computed<Kind | null>(() => {
    const asked = this.state.get('kind') ?? '';
    return isKind(asked) && SHARED.includes(asked) ? asked : null;
  });
  private readonly asked = computed(() => ({ ...queryOf(this.state), state: ['open' as const], limit: SHOWN }), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  protected readonly page = loaded(this.asked, (query, signal) => this.cultivations.list(query, signal));
  protected readonly open = signal<Open | null>(null);

  constructor() {
    effect(() => {
      const [page, kind] = [this.page.value(), this.kind()];
      untracked(() => {
        if (page === null || kind === null) this.open.set(null);
        else this.open.set(runInInjectionContext(this.injector, () => this.begin(kind, page.items)));
      });
    });
  }

  protected choose(kind: Kind): void {
    void this.state.set({ kind }, true);
  }

  /** All of them, or none when all are. */
  protected all({ form }: Open): void {
    const { controls } = form.controls.lines;
    const chosen = !controls.every((line) => line.value.chosen);
    for (const line of controls) line.controls.chosen.setValue(chosen);
    form.markAsDirty();
  }

  protected asksQuantity(kind: Kind): boolean {
    return hasQuantity(kind);
  }

  private begin(kind: Kind, rows: readonly Cultivation[]): Open {
    // Each has its own number of plants.
    const fields = FIELDS[kind].filter(({ name }) => name !== 'quantity');
    const form: GroupForm = new FormGroup({
      event_date: new FormControl<string | null>(this.session.today(), Validators.required),
      said: saidForm(fields, []),
      remarks: new FormControl<string | null>(null),
      lines: new FormArray<Line>(
        rows.map(() => new FormGroup({ chosen: new FormControl(false, { nonNullable: true }), quantity: new FormControl<number | null>(null) })),
        (control) =>
          (control.value as Value['lines']).some(({ chosen }) => chosen) ? null : { required: true },
      ),
    });
    const session = this.forms.open<Value, Operation>({
      name: `cultivations-${kind}`,
      about: 'group',
      form,
      unique: ['event_date', 'lines'],
      save: async (value, { key }) => {
        const chosen = value.lines.flatMap(({ chosen }, row) => (chosen ? [row] : []));
        const lines = chosen.map((row) => ({ cultivation: rows[row]?.uuid ?? '', quantity: value.lines[row]?.quantity }));
        try {
          return await this.cultivations.appendToAll(key, {
            event_date: value.event_date ?? undefined,
            said: saidBody(kind, fields, value.said),
            remarks: value.remarks?.trim() || undefined,
            lines,
          });
        } catch (error) {
          throw atFormRows(error, '/lines', chosen);
        }
      },
    });
    return { kind, rows, fields, form, session };
  }

  protected async save({ session, form, rows, kind }: Open): Promise<void> {
    const first = rows[form.controls.lines.controls.findIndex((line) => line.value.chosen)];
    const done = await session.submit();
    if (done === null || first === undefined) return;
    const [event] = done.events;
    const said = this.words.many('cultivations.grouped.done', done.events.length, { kind: this.words.code('event_kind', kind) });
    this.toaster.done(said, () => {
      if (event !== undefined) void this.undo.now(first.uuid, event.uuid);
    });
    await this.router.navigate(['/cultivations'], { queryParams: queryOf(this.state) });
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}
