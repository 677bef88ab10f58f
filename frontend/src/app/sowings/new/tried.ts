import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { IntervalPipe } from '@app/counting/results/interval';
import { StepTextPipe } from '@app/counting/steps/step-text';
import { CodePipe, ManyPipe, RatePipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Itineraries, Trial } from './itineraries';

/** What was tried for a taxon and its kin, to start from. */
@Component({
  selector: 'ex-tried',
  imports: [RouterLink, TranslatePipe, CodePipe, ManyPipe, RatePipe, IntervalPipe, StepTextPipe],
  templateUrl: './tried.html',
  styleUrl: './tried.css',
})
export class Tried {
  private readonly itineraries = inject(Itineraries);

  readonly cdNom = input.required<number | null>();
  /** Start from what was done in a sowing or a test. */
  readonly taken = output<Trial>();

  protected readonly tried = loaded(this.cdNom, (cdNom, abort) => this.itineraries.of(cdNom, abort));
}
