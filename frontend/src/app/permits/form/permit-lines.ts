import { Component, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';
import { Control, asControl } from '@ui/pickers/control';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';
import type { PermitLine } from './permit-value';

type Unit = Schemas['PermitUnit'];
const UNITS: readonly Unit[] = ['plant', 'seed', 'gram', 'individual'];

/** The taxa of a permit: of each, in which unit and how much; nothing typed is no limit. */
@Component({
  selector: 'ex-permit-lines',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, TaxonPicker],
  providers: [asControl(() => PermitLines)],
  template: `
    <ex-pick-taxon [inputId]="inputId()" [formControl]="added" (picked)="add($event)" (focusout)="touched()" />
    <ul>
      @for (line of lines(); track $index; let n = $index) {
        <li data-qa="permit-line">
          <em>{{ line.cited_name }}</em>
          <input
            #quantity
            type="number"
            class="form-control"
            min="0.001"
            step="any"
            inputmode="decimal"
            data-qa="permit-quantity"
            [attr.aria-label]="'permits.quantity_of' | translate: { name: line.cited_name }"
            [placeholder]="'permits.no_limit' | translate"
            [value]="line.quantity ?? ''"
            [disabled]="disabled()"
            (input)="change(n, { quantity: quantity.value === '' ? null : quantity.valueAsNumber })"
          />
          <select
            #unit
            class="form-control"
            [attr.aria-label]="'permits.unit_of' | translate: { name: line.cited_name }"
            [disabled]="disabled()"
            (change)="change(n, { unit: units[unit.selectedIndex] ?? 'plant' })"
          >
            @for (of of units; track of) {
              <option [selected]="of === line.unit">{{ of | code: 'permit_unit' }}</option>
            }
          </select>
          <button
            type="button"
            class="btn btn-link"
            [attr.aria-label]="'pickers.remove' | translate: { name: line.cited_name }"
            [disabled]="disabled()"
            (click)="remove(n)"
          >
            <i class="fa fa-times" aria-hidden="true"></i>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0.4em 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 7em 9em 2.75em;
      align-items: center;
      gap: 0.4em;
      padding: 0.3em 0;
      border-bottom: 1px solid var(--ex-line);
    }
    @media (max-width: 767.98px) {
      li {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 2.75em;
      }
      em {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class PermitLines extends Control<readonly PermitLine[]> {
  protected readonly lines = signal<readonly PermitLine[]>([]);
  protected readonly added = new FormControl<number | null>(null);
  protected readonly units = UNITS;

  override writeValue(lines: readonly PermitLine[] | null): void {
    this.lines.set(lines ?? []);
  }

  protected add(taxon: Schemas['TaxonName'] | null): void {
    if (taxon === null) return;
    // The field is for the next one.
    this.added.reset();
    const taken = this.lines().filter(({ cd_nom }) => cd_nom === taxon.cd_nom);
    const unit = UNITS.find((of) => taken.every((line) => line.unit !== of));
    if (unit === undefined) return;
    const cited_name = [taxon.name, taxon.author].filter(Boolean).join(' ');
    this.set([...this.lines(), { cd_nom: taxon.cd_nom, cited_name, unit, quantity: null }]);
  }

  protected change(n: number, change: Partial<PermitLine>): void {
    this.set(this.lines().map((line, index) => (index === n ? { ...line, ...change } : line)));
  }

  protected remove(n: number): void {
    this.set(this.lines().filter((_, index) => index !== n));
  }

  private set(lines: readonly PermitLine[]): void {
    this.lines.set(lines);
    this.changed(lines);
  }
}
