import { Component, Injector, OnInit, inject, input, runInInjectionContext } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Material, Materials } from '../materials-api';
import { OriginLink } from '../origin-link';
import { MaterialFields } from './material-fields';
import { MaterialValue, materialChanges, materialForm, materialValue } from './material-value';

/** The form of a material that was read. */
@Component({
  selector: 'ex-material-editor',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, OriginLink, MaterialFields],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="material-form">
      <ex-form-status [session]="session" />
      <ex-material-fields [fields]="form.controls" [material]="material()">
        <p class="ex-muted"><ex-origin [origin]="material().origin" /></p>
      </ex-material-fields>
      <div class="send">
        <a class="btn btn-outline-secondary" [routerLink]="['/materials', material().uuid]">{{
          'action.cancel' | translate
        }}</a>
        <button type="submit" class="btn btn-success" data-qa="material-save" [disabled]="session.busy()">
          {{ 'action.save' | translate }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './material-form.css',
})
export class MaterialEditor implements OnInit {
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly materials = inject(Materials);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly material = input.required<Material>();
  protected readonly form = materialForm();
  session!: FormSession<Material>;

  ngOnInit(): void {
    const material = this.material();
    /** What the changes are told from: what somebody else saved, once the user has seen it. */
    let read = materialValue(material);
    this.form.reset(read);
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open<MaterialValue, Material>({
        name: 'material',
        record: material,
        form: this.form,
        labels: LABELS,
        read: (current) => {
          read = materialValue(current as Material);
          return { value: read, version: (current as Material).version };
        },
        save: (value, { version }) =>
          this.materials.change(material.uuid, version ?? material.version, materialChanges(value, read)),
      }),
    );
  }

  protected async send(): Promise<void> {
    const material = await this.session.submit();
    if (material === null) return;
    this.toaster.done(this.words.of('materials.saved', { code: material.code }));
    await this.router.navigate(['/materials', material.uuid]);
  }
}

/** What a conflict calls the fields. */
const LABELS: Readonly<Record<keyof MaterialValue, string>> = {
  taxa: 'materials.taxa',
  material_type: 'materials.type',
  individuals_sampled: 'materials.individuals_sampled',
  individuals_class: 'materials.individuals_class',
  sampling_method: 'materials.sampling_method',
  phenology_1: 'materials.phenology_1',
  phenology_2: 'materials.phenology_2',
  hybridisation_risk: 'materials.hybridisation_risk',
  soil_sampling: 'materials.soil_sampling',
  culture_bank_code: 'materials.culture_bank_code',
  id_dataset: 'materials.dataset',
  remarks: 'materials.remarks',
  code: 'materials.code',
};
