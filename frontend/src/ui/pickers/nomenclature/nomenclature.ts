import { Component, computed, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { asControl } from '../control';
import { VocabularyControl } from './vocabulary-control';

/**
 * One value of a vocabulary; its value is the code.
 * `<ex-nomenclature inputId="type" formControlName="harvest_type" list="EXS_HARVEST_TYPE" />`
 */
@Component({
  selector: 'ex-nomenclature',
  imports: [TranslatePipe],
  providers: [asControl(() => NomenclatureInput)],
  template: `
    <select
      #field
      class="form-control"
      [id]="inputId()"
      [class.is-invalid]="invalid()"
      [disabled]="disabled() || !vocabulary.hasValue()"
      [attr.aria-invalid]="invalid()"
      [attr.aria-required]="required()"
      [attr.aria-describedby]="describedBy() + ' ' + inputId() + '-definition'"
      (change)="choose(field.value)"
      (blur)="touched()"
    >
      <option value="" [selected]="code() === null">
        {{ (vocabulary.isLoading() ? 'list.loading' : 'record.none') | translate }}
      </option>
      @for (value of offered(); track value.code) {
        <option [value]="value.code" [selected]="value.code === code()">{{ value.label }}</option>
      }
    </select>
    <div class="form-text small" [id]="inputId() + '-definition'">{{ definition() }}</div>
    @if (failure(); as text) {
      <div class="text-danger small" role="alert">
        {{ text }}
        <button type="button" class="btn btn-sm btn-outline-secondary" (click)="vocabulary.reload()">
          {{ 'action.retry' | translate }}
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class NomenclatureInput extends VocabularyControl<string> {
  protected readonly code = signal<string | null>(null);
  protected readonly definition = computed(
    () => this.offered().find((value) => value.code === this.code())?.definition ?? '',
  );

  override writeValue(code: string | null): void {
    this.code.set(code);
  }

  protected choose(code: string): void {
    this.code.set(code === '' ? null : code);
    this.changed(this.code());
  }

  protected override isChosen(code: string): boolean {
    return code === this.code();
  }
}
