import { Pipe, PipeTransform, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatPercent } from '@ui/format';
import { Words } from '@ui/words';

export type Setting = Schemas['Setting'];

/** A value with its unit: `{{ 85 | threshold: 'percent' }}` says `85 %`. */
@Pipe({ name: 'threshold' })
export class ThresholdPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(value: number, unit: Setting['unit']): string {
    return unit === 'percent'
      ? formatPercent(value / 100, this.words.language)
      : this.words.many('settings.days', Math.round(value));
  }
}
