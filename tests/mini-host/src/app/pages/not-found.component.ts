import { Component } from '@angular/core';

@Component({ selector: 'app-not-found', template: `<h1 class="p-3">Page introuvable</h1>` })
export class NotFoundComponent {}
