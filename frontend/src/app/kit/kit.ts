import { Component } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { PickersSection } from './pickers-section';
import { VisualsSection } from './visuals-section';

/** Every piece of the kit at work, for those who write screens; no menu leads here. */
@Component({
  selector: 'ex-kit',
  imports: [TranslatePipe, PickersSection, VisualsSection],
  template: `
    <div class="ex-page">
      <h1>{{ 'kit.title' | translate }}</h1>
      <ex-pickers-section />
      <ex-kit-visuals />
    </div>
  `,
})
export class Kit {}
