import { Pipe, PipeTransform, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatNumber, formatPercent } from '@ui/format';
import { Words } from '@ui/words';

export type Setting = Schemas['Setting'];

/** A value with its unit: `{{ 85 | threshold: 'percent' }}` says `85 %`. */
@Pipe({ name: 'threshold' })
export class ThresholdPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(value: number, unit: Setting['unit']): string {
    if (unit === 'percent') return formatPercent(value / 100, this.words.language);
    return `${formatNumber(value, this.words.language)} ${this.words.code('setting_unit', unit)}`;
  }
}
