import { Component, Injector, OnInit, inject, input, runInInjectionContext } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Field } from '@ui/form/field';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Segments } from '@ui/form/segments';
import { HarvestPicker } from '@ui/pickers/harvest/harvest';
import { MaterialPicker } from '@ui/pickers/material/material';
import { ReceptionPicker } from '@ui/pickers/reception/reception';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Material, Materials } from '../materials-api';
import { MaterialFields } from './material-fields';
import { NewMaterialValue, OriginKind, materialForm, newMaterial, originForm } from './material-value';

/** The code of seeds of one taxon, in every instance. */
const SEEDS = 'gr';

const KINDS = [
  { value: 'harvest', label: 'materials.origin.harvest' },
  { value: 'reception', label: 'materials.origin.reception' },
  { value: 'parent', label: 'materials.origin.parent' },
] as const;

/** A new material of a harvest, of a reception or of another material. */
@Component({
  selector: 'ex-new-material',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslatePipe,
    Field,
    FormStatus,
    Segments,
    HarvestPicker,
    MaterialPicker,
    ReceptionPicker,
    MaterialFields,
  ],
  templateUrl: './new-material.html',
  styleUrl: './material-form.css',
})
export class NewMaterial implements OnInit {
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly materials = inject(Materials);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  /** The origin, when the address gives it. */
  readonly harvest = input<string>();
  readonly reception = input<string>();
  readonly parent = input<string>();

  protected readonly kinds = KINDS;
  protected readonly form = new FormGroup({ ...materialForm().controls, origin: originForm() });
  protected readonly origin = this.form.controls.origin.controls;
  protected readonly kind = toSignal(this.origin.kind.valueChanges, { initialValue: this.origin.kind.value });
  protected session!: FormSession<Material>;

  constructor() {
    this.form.patchValue({ material_type: SEEDS });
    this.require(this.origin.kind.value);
    this.origin.kind.valueChanges.subscribe((kind) => this.require(kind));
  }

  ngOnInit(): void {
    const given = { harvest: this.harvest(), reception: this.reception(), parent: this.parent() };
    const kind = KINDS.map(({ value }) => value).find((name) => given[name] !== undefined);
    if (kind !== undefined) this.form.controls.origin.patchValue({ kind, [kind]: given[kind] });
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open<NewMaterialValue, Material>({
        name: 'material',
        about: kind === undefined ? undefined : given[kind],
        form: this.form,
        unique: ['origin', 'taxa', 'code', 'individuals_sampled', 'individuals_class', 'culture_bank_code', 'remarks'],
        save: (value, { key }) => this.materials.create(key, newMaterial(value)),
      }),
    );
  }

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }

  protected async send(): Promise<void> {
    const material = await this.session.submit();
    if (material === null) return;
    this.toaster.done(this.words.of('materials.saved', { code: material.code }));
    await this.router.navigate(['/materials', material.uuid]);
  }

  /** One origin, of the kind that is chosen. */
  private require(kind: OriginKind): void {
    for (const { value } of KINDS) {
      const control: FormControl<string | null> = this.origin[value];
      control.setValidators(value === kind ? Validators.required : null);
      control.updateValueAndValidity();
    }
  }
}
