import { Pipe, PipeTransform, inject } from '@angular/core';
import { formatNumber } from '@ui/format';
import { Words } from '@ui/words';
import type { Step } from '../shared/model';

type Said = Partial<
  Pick<
    Step,
    | 'product'
    | 'tool'
    | 'medium'
    | 'concentration'
    | 'concentration_unit'
    | 'day_temperature'
    | 'night_temperature'
    | 'photoperiod_hours'
    | 'duration'
    | 'duration_unit'
  >
>;

/** How a treatment is done, in a line: `GA3 500 mg/L · 24 heures`. */
@Pipe({ name: 'stepText' })
export class StepTextPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(step: Said): string {
    return [
      [step.product, this.measured(step.concentration, 'concentration_unit', step.concentration_unit)],
      [step.tool],
      [this.temperatures(step)],
      [this.hours(step.photoperiod_hours)],
      [this.duration(step)],
      [step.medium],
    ]
      .map((parts) => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' '))
      .filter((part) => part !== '')
      .join(' · ');
  }

  private measured(value: number | null | undefined, list: string, unit: string | null | undefined): string {
    if (value === null || value === undefined) return '';
    return `${formatNumber(value, this.words.language, 4)} ${this.words.code(list, unit)}`;
  }

  private duration({ duration, duration_unit }: Said): string {
    const list = duration === 1 ? 'duration_unit_one' : 'duration_unit';
    return this.measured(duration, list, duration_unit);
  }

  private temperatures({ day_temperature: day, night_temperature: night }: Said): string {
    const both = [day, night === day ? null : night].filter((t): t is number => t !== null && t !== undefined);
    return both.length === 0 ? '' : `${both.map((t) => formatNumber(t, this.words.language)).join(' / ')} °C`;
  }

  private hours(value: number | null | undefined): string {
    if (value === null || value === undefined) return '';
    if (value === 0) return this.words.of('counting.darkness');
    return this.words.of('counting.hours_of_light', { n: formatNumber(value, this.words.language) });
  }
}
