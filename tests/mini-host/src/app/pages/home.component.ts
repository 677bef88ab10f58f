import { Component } from '@angular/core';

/** Widgets of the host's libraries: whatever a module brings must not change their look. */
@Component({
  selector: 'app-home',
  template: `
    <div class="container-fluid p-3">
      <h1>Accueil</h1>
      <div class="card mb-3">
        <div class="card-header bg-primary text-white">Bootstrap</div>
        <div class="card-body">
          <table class="table table-sm table-striped">
            <tr *ngFor="let taxon of taxa">
              <td>{{ taxon }}</td>
              <td><span class="badge badge-success">présent</span></td>
            </tr>
          </table>
          <input class="form-control form-control-sm mb-2" aria-label="Texte" value="Bootstrap" />
          <button class="btn btn-primary"><i class="fa fa-leaf"></i> Principal</button>
          <button class="btn btn-outline-danger">Danger</button>
          <button class="btn button-success hard-shadow">Ajouter</button>
        </div>
      </div>
      <mat-card>
        <mat-card-title>Material</mat-card-title>
        <mat-card-content>
          <mat-form-field>
            <mat-label>Taxon</mat-label>
            <mat-select [value]="taxa[0]">
              <mat-option *ngFor="let taxon of taxa" [value]="taxon">{{ taxon }}</mat-option>
            </mat-select>
          </mat-form-field>
          <mat-form-field><mat-label>Texte</mat-label><input matInput value="Material" /></mat-form-field>
          <mat-checkbox [checked]="true">Coché</mat-checkbox>
          <button mat-raised-button color="primary">Principal</button>
          <button mat-stroked-button color="accent">Accent</button>
        </mat-card-content>
      </mat-card>
    </div>
  `,
})
export class HomeComponent {
  readonly taxa = ['Eryngium alpinum', 'Dracocephalum austriacum'];
}
