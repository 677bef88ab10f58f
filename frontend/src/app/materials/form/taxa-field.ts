import { Component, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { Control, asControl } from '@ui/pickers/control';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';

/** A taxon of a material: its key, the name to keep, and the one that TAXREF gives. */
export interface CitedTaxon {
  readonly cd_nom: number;
  readonly cited_name: string;
  readonly name: string | null;
}

/** As many as the API takes. */
const MOST = 20;

/** The taxa of a material, the main one first, each with the name by which it was cited. */
@Component({
  selector: 'ex-taxa-field',
  imports: [ReactiveFormsModule, TranslatePipe, TaxonPicker],
  providers: [asControl(() => TaxaField)],
  templateUrl: './taxa-field.html',
  styleUrl: './taxa-field.css',
})
export class TaxaField extends Control<readonly CitedTaxon[]> {
  protected readonly taxa = signal<readonly CitedTaxon[]>([]);
  protected readonly added = new FormControl<number | null>(null);
  protected readonly most = MOST;

  override writeValue(taxa: readonly CitedTaxon[] | null): void {
    this.taxa.set(taxa ?? []);
  }

  override setDisabledState(disabled: boolean): void {
    super.setDisabledState(disabled);
    if (disabled) this.added.disable();
    else this.added.enable();
  }

  protected add(taxon: Schemas['TaxonName'] | null): void {
    if (taxon === null) return;
    // The field is for the next one.
    this.added.reset();
    if (this.taxa().some(({ cd_nom }) => cd_nom === taxon.cd_nom)) return;
    const cited_name = [taxon.name, taxon.author].filter(Boolean).join(' ');
    this.set([...this.taxa(), { cd_nom: taxon.cd_nom, cited_name, name: taxon.name ?? null }]);
  }

  protected cite(cd_nom: number, cited_name: string): void {
    this.set(this.taxa().map((taxon) => (taxon.cd_nom === cd_nom ? { ...taxon, cited_name } : taxon)));
  }

  protected remove(cd_nom: number): void {
    this.set(this.taxa().filter((taxon) => taxon.cd_nom !== cd_nom));
  }

  protected putFirst(taxon: CitedTaxon): void {
    this.set([taxon, ...this.taxa().filter(({ cd_nom }) => cd_nom !== taxon.cd_nom)]);
  }

  private set(taxa: readonly CitedTaxon[]): void {
    this.taxa.set(taxa);
    this.changed(taxa);
  }
}
