import { Component, Injector, computed, effect, inject, input, runInInjectionContext, signal, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe, ManyPipe } from '@ui/format';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Cultivation, CultivationEvent, Cultivations, Operation, sourceOf } from '../cultivations-api';
import { standing } from '../shared/standing';
import { Undo } from '../shared/undo';
import { EventCommon } from './common-fields';
import { FIELDS, Kind, SaidField, isKind } from './kinds';
import { Pool, SaidForm, SaidValue, atFormRows, saidBody, saidForm, takenRows } from './said-form';
import { SaidFields } from './said-fields';

type EventForm = FormGroup<{
  event_date: FormControl<string | null>;
  said: SaidForm;
  remarks: FormControl<string | null>;
}>;

interface Value extends Record<string, unknown> {
  readonly event_date: string | null;
  readonly said: SaidValue;
  readonly remarks: string | null;
}

interface Open {
  readonly kind: Kind;
  readonly fields: readonly SaidField[];
  readonly pools: readonly Pool[];
  readonly deaths: readonly CultivationEvent[];
  readonly form: EventForm;
  readonly session: FormSession<Operation>;
}

/** Says what happened to a cultivation. */
@Component({
  selector: 'ex-new-event',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, CodePipe, ManyPipe, FormStatus, SaidFields, EventCommon],
  template: `
    <section class="ex-page">
      <a class="back" [routerLink]="['/cultivations', uuid()]">
        <i class="fa fa-arrow-left" aria-hidden="true"></i> {{ cultivation.value()?.code ?? ('cultivations.one' | translate) }}
      </a>
      <h1>{{ kind() | code: 'event_kind' }}</h1>
      @if (cultivation.value(); as it) {
        <p class="ex-muted">
          <span class="ex-taxon">{{ it.taxon?.name ?? it.taxon?.cited_name }}</span>
          · {{ it.tally.alive | many: 'cultivations.alive' }}
        </p>
      }
      @if (open(); as open) {
        <form class="card" [formGroup]="open.form" (ngSubmit)="save(open)" novalidate data-qa="event-form">
          <div class="card-body">
            <ex-form-status [session]="open.session" />
            <ex-event-common [date]="open.form.controls.event_date" [remarks]="open.form.controls.remarks">
              <ex-said-fields [fields]="open.fields" [form]="open.form.controls.said" [pools]="open.pools" [deaths]="open.deaths" />
            </ex-event-common>
            <button type="submit" class="btn btn-success" [disabled]="open.session.busy()" data-qa="save">
              {{ 'action.save' | translate }}
            </button>
          </div>
        </form>
      } @else if (data.problem(); as problem) {
        <div class="alert alert-warning" role="alert">
          {{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}
          <button type="button" class="btn btn-outline-primary" (click)="data.refresh()">{{ 'action.retry' | translate }}</button>
        </div>
      } @else {
        <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
      }
    </section>
  `,
  styles: `
    form {
      max-width: 60em;
    }
  `,
})
export class NewEventPage {
  private readonly cultivations = inject(Cultivations);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toaster = inject(Toaster);
  private readonly undo = inject(Undo);
  private readonly words = inject(Words);

  readonly uuid = input.required<string>();
  readonly kind = input.required<string>();
  protected readonly data = loaded(this.uuid, async (uuid, signal) => {
    const cultivation = await this.cultivations.read(uuid, signal);
    const [events, pools] = await Promise.all([
      this.cultivations.events(uuid, signal),
      this.pools(cultivation, signal),
    ]);
    return { cultivation, events, pools };
  });
  protected readonly cultivation = { value: computed(() => this.data.value()?.cultivation ?? null) };
  protected readonly open = signal<Open | null>(null);

  constructor() {
    effect(() => {
      const [data, kind] = [this.data.value(), this.kind()];
      if (data === null || !isKind(kind)) return;
      untracked(() => {
        if (this.open() === null) {
          this.open.set(runInInjectionContext(this.injector, () => this.begin(kind, data.cultivation, data.events, data.pools)));
        }
      });
    });
  }

  /** What this kind of event may take plants from. */
  private async pools(cultivation: Cultivation, signal: AbortSignal): Promise<readonly Pool[]> {
    if (this.kind() === 'addition') {
      const replicates = await this.cultivations.replicates(sourceOf(cultivation), signal);
      return replicates.map(({ uuid, code, alive }) => ({ uuid, code, alive: alive ?? null }));
    }
    if (this.kind() !== 'merging' || !('uuid' in cultivation.material)) return [];
    const { items } = await this.cultivations.list({ material: cultivation.material.uuid, state: ['open'], limit: 50 }, signal);
    return items
      .filter(({ uuid }) => uuid !== cultivation.uuid)
      .map(({ uuid, code, tally }) => ({ uuid, code, alive: tally.alive }));
  }

  private begin(kind: Kind, cultivation: Cultivation, events: readonly CultivationEvent[], pools: readonly Pool[]): Open {
    // Seedlings are added from their replicates, other plants by their number.
    const isSeedlings = Boolean(cultivation.sowing ?? cultivation.seed_test);
    const unused = isSeedlings ? 'quantity' : 'from';
    const fields = kind === 'addition' ? FIELDS.addition.filter(({ name }) => name !== unused) : FIELDS[kind];
    const form: EventForm = new FormGroup({
      event_date: new FormControl<string | null>(this.session.today(), Validators.required),
      said: saidForm(fields, pools),
      remarks: new FormControl<string | null>(null),
    });
    form.controls.said.patchValue(proposed(kind, cultivation, events));
    const session = this.forms.open<Value, Operation>({
      name: `cultivation-${kind}`,
      about: cultivation.uuid,
      form,
      // What is of this cultivation alone is not said of another.
      unique: pools.length > 0 || kind === 'found_again' ? ['event_date', 'said'] : ['event_date'],
      save: async (value, { key }) => {
        try {
          return await this.cultivations.append(cultivation.uuid, key, {
            event_date: value.event_date ?? undefined,
            said: saidBody(kind, fields, value.said),
            remarks: value.remarks?.trim() || undefined,
          });
        } catch (error) {
          throw atFormRows(error, '/said/from', takenRows(value.said));
        }
      },
    });
    const deaths = standing(events).filter((event) => event.said.kind === 'death');
    return { kind, fields, pools, deaths, form, session };
  }

  protected async save({ session, kind }: Open): Promise<void> {
    const done = await session.submit();
    if (done === null) return;
    const uuid = this.uuid();
    const event = done.events.find(({ plants }) => kind !== 'merging' || plants > 0);
    const back = async (): Promise<void> => {
      if (event === undefined || !(await this.undo.now(uuid, event.uuid))) return;
      await this.router.navigateByUrl('/', { skipLocationChange: true });
      await this.router.navigate(['/cultivations', uuid]);
    };
    const said = this.words.of('cultivations.saved_event', { kind: this.words.code('event_kind', kind) });
    this.toaster.done(said, () => void back());
    await this.router.navigate(['/cultivations', uuid]);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}

/** The last values: those of the last event of the kind, the pot they stand in, all of them when they move. */
function proposed(kind: Kind, { tally }: Cultivation, events: readonly CultivationEvent[]): Record<string, unknown> {
  const kept = standing(events).reverse();
  const last = (name: string, ...kinds: Kind[]): unknown => {
    const said = kept.find((event) => kinds.includes(event.said.kind) && name in event.said)?.said;
    return said === undefined ? undefined : (said as unknown as Record<string, unknown>)[name];
  };
  const values: Record<string, unknown> = {
    repotting: {
      quantity: tally.alive || null,
      container_before: last('container', 'repotting', 'pricking_out'),
      substrate: last('substrate', 'repotting', 'pricking_out'),
    },
    planting: { quantity: tally.alive || null },
    watering: { mode: last('mode', 'watering') },
    fertilisation: { product: last('product', 'fertilisation'), dose: last('dose', 'fertilisation') },
    treatment: { product: last('product', 'treatment'), authorisation: last('authorisation', 'treatment'), certificate: last('certificate', 'treatment') },
  };
  const found = (values[kind] ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
