import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { Problem } from '@api/problem';
import { Outage } from '../outage';
import { Words } from '../words';
import { Recent } from './combobox/recent';
import { Source } from './combobox/source';
import { asControl } from './control';
import { Picker } from './picker';

interface Plant {
  readonly id: number;
  readonly name: string;
}

const find = vi.fn<(id: number) => Promise<Plant | null>>();
const ADONIS: Plant = { id: 1, name: 'Adonis' };
const BELLIS: Plant = { id: 2, name: 'Bellis' };

@Component({ selector: 'ex-pick-plant', providers: [asControl(() => PlantPicker)], template: '' })
class PlantPicker extends Picker<Plant, number> {
  readonly source: Source<Plant, number> = {
    name: 'plant',
    minLength: 0,
    wait: 0,
    key: (plant) => plant.id,
    display: (plant) => plant.name,
    search: () => Promise.resolve([ADONIS, BELLIS]),
    find,
  };
}

@Component({
  imports: [ReactiveFormsModule, PlantPicker],
  template: '<ex-pick-plant #picker inputId="plant" [formControl]="plant" [known]="known()" />',
})
class Form {
  readonly plant = new FormControl<number | null>(null);
  readonly known = signal<Plant | null>(null);
}

describe('a picker', () => {
  const recent = signal<Plant[]>([]);
  const outage = { say: vi.fn() };

  async function open(value: number | null, known: Plant | null = null) {
    const fixture = TestBed.createComponent(Form);
    fixture.componentInstance.plant.setValue(value);
    fixture.componentInstance.known.set(known);
    await fixture.whenStable();
    const picker = fixture.debugElement.children[0]?.componentInstance as PlantPicker;
    return { fixture, picker, control: fixture.componentInstance.plant };
  }

  beforeEach(() => {
    find.mockReset();
    outage.say.mockReset();
    recent.set([]);
    TestBed.configureTestingModule({
      providers: [
        { provide: Words, useValue: { of: (key: string) => key } },
        { provide: Outage, useValue: outage },
        { provide: Recent, useValue: { of: () => recent() } },
      ],
    });
  });

  it('shows a value by the object that the screen has, without asking', async () => {
    const { picker } = await open(1, ADONIS);
    expect(picker.label()).toBe('Adonis');
    expect(find).not.toHaveBeenCalled();
  });

  it('shows a value by what this device remembers, without asking', async () => {
    recent.set([BELLIS]);
    const { picker } = await open(2);
    expect(picker.label()).toBe('Bellis');
    expect(find).not.toHaveBeenCalled();
  });

  it('asks for the object of any other value', async () => {
    find.mockResolvedValue(BELLIS);
    const { picker } = await open(2, ADONIS);
    expect(find.mock.calls.map(([id]) => id)).toEqual([2]);
    expect(picker.label()).toBe('Bellis');
  });

  it('keeps a value whose object cannot be had, and says an outage', async () => {
    find.mockRejectedValue(new Problem(0, null));
    const { picker, control } = await open(7);
    expect(picker.label()).toBe('pickers.key');
    expect(control.value).toBe(7);
    expect(outage.say).toHaveBeenCalledOnce();
  });

  it('gives the key of what is chosen', async () => {
    const { picker, control } = await open(null);
    picker.choose(BELLIS);
    expect(control.value).toBe(2);
    expect(picker.label()).toBe('Bellis');
    expect(control.errors).toBeNull();
  });

  it('holds nothing while what is typed is of no option, and refuses it', async () => {
    const { picker, control } = await open(1, ADONIS);
    picker.type('Adoni');
    expect(control.value).toBeNull();
    expect(control.errors).toEqual({ choose: true });
    picker.type('');
    expect(control.errors).toBeNull();
  });

  it('takes back what was chosen before the typing', async () => {
    const { picker, control } = await open(1, ADONIS);
    picker.type('Adoni');
    picker.type('Adon');
    picker.restore();
    expect(control.value).toBe(1);
    expect(control.errors).toBeNull();
    picker.restore();
    expect(control.value).toBe(1);
  });

  it('drops what is typed when the form writes a value', async () => {
    const { picker, control } = await open(1, ADONIS);
    const before = picker.written();
    picker.type('Adoni');
    control.reset();
    expect(control.errors).toBeNull();
    expect(picker.written()).toBeGreaterThan(before);
    picker.type('Bel');
    picker.restore();
    expect(control.value).toBeNull();
  });

  it('says that it is refused once the user was there', async () => {
    const { picker, control } = await open(null);
    picker.type('Adoni');
    expect(picker.invalid()).toBe(false);
    control.markAsTouched();
    expect(picker.invalid()).toBe(true);
    control.disable();
    expect(picker.invalid()).toBe(false);
    expect(picker.disabled()).toBe(true);
  });
});
