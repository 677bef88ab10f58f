import { Component, Injector, OnInit, inject, input, runInInjectionContext } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent, ifMatch } from '@api/api';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { PlaceFields } from './place-fields';
import { PlaceValue, insideOf, placeBody, placeForm, placeValue } from './place-value';

type Place = Schemas['Place'];

/** The form of a new place, or of one that was read: that one is moved from its page, in the tree. */
@Component({
  selector: 'ex-place-editor',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, PlaceFields],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="place-form">
      <ex-form-status [session]="session" />
      <ex-place-fields [form]="form" [withParent]="place() === null" />
      <div class="send">
        <a class="btn btn-outline-secondary" [routerLink]="['/places', place()?.uuid ?? holder()?.uuid ?? '']">{{ 'action.cancel' | translate }}</a>
        <button type="submit" class="btn btn-success" data-qa="place-save" [disabled]="session.busy()">
          {{ 'action.save' | translate }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './place-form.css',
})
export class PlaceEditor implements OnInit {
  private readonly api = inject(Api);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly place = input<Place | null>(null);
  /** The place that is to hold a new one. */
  readonly holder = input<Place | null>(null);
  protected readonly form = placeForm();
  session!: FormSession<Place>;

  ngOnInit(): void {
    const [place, holder] = [this.place(), this.holder()];
    if (place !== null) this.form.reset(placeValue(place));
    else if (holder !== null) this.form.reset(insideOf(holder));
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open<PlaceValue, Place>({
        name: 'place',
        record: place ?? undefined,
        about: holder?.uuid,
        form: this.form,
        unique: ['code', 'label', 'parent', 'remarks'],
        read: (current) => ({ value: placeValue(current as Place), version: (current as Place).version }),
        labels: LABELS,
        save: (value, { key, version }) =>
          place === null || version === null ? this.create(value, key) : this.change(place, value, version),
      }),
    );
  }

  protected async send(): Promise<void> {
    const saved = await this.session.submit();
    if (saved === null) return;
    const done = this.place() === null ? 'places.created' : 'places.saved';
    this.toaster.done(this.words.of(done, { code: saved.code }));
    await this.router.navigate(['/places', saved.uuid]);
  }

  private create(value: PlaceValue, key: string): Promise<Place> {
    return answer(this.api.POST('/v1/places', { body: placeBody(value), headers: idempotent(key) }));
  }

  private change({ uuid }: Place, value: PlaceValue, version: number): Promise<Place> {
    const { kind, code, label, expected_temperature, expected_humidity, capacity, remarks } = placeBody(value);
    return answer(
      this.api.PATCH('/v1/places/{uuid}', {
        params: { path: { uuid } },
        body: { kind, code, label, expected_temperature, expected_humidity, capacity, remarks },
        headers: ifMatch(version),
      }),
    );
  }
}

/** What a conflict calls the fields. */
const LABELS = {
  kind: 'places.kind',
  code: 'places.code',
  label: 'places.label',
  expected_temperature: 'places.expected_temperature',
  expected_humidity: 'places.expected_humidity',
  capacity: 'places.capacity',
  remarks: 'places.remarks',
} as const;
