import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { APP_INITIALIZER, Component, NgModule } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCardModule } from '@angular/material/card';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatInputModule } from '@angular/material/input';
import { MatListModule } from '@angular/material/list';
import { MatSelectModule } from '@angular/material/select';
import { MatSidenavModule } from '@angular/material/sidenav';
import { MatToolbarModule } from '@angular/material/toolbar';
import { BrowserModule } from '@angular/platform-browser';
import { BrowserAnimationsModule } from '@angular/platform-browser/animations';
import { RouterModule, Routes } from '@angular/router';
import { ToastrModule } from 'ngx-toastr';
import { HomeComponent } from './pages/home.component';
import { LoginComponent } from './pages/login.component';
import { NotFoundComponent } from './pages/not-found.component';
import { ShellComponent } from './pages/shell.component';
import { authGuard } from './routing/auth.guard';
import { ConfigService } from './services/config.service';
import { bearer, errors } from './services/interceptors';

const routes: Routes = [
  { path: 'login', component: LoginComponent },
  {
    path: '',
    component: ShellComponent,
    canActivateChild: [authGuard],
    children: [
      { path: '', pathMatch: 'full', component: HomeComponent },
      { path: '**', component: NotFoundComponent },
    ],
  },
];

@Component({ selector: 'app-root', template: '<router-outlet></router-outlet>' })
export class AppComponent {}

@NgModule({
  declarations: [AppComponent, HomeComponent, LoginComponent, NotFoundComponent, ShellComponent],
  imports: [
    BrowserModule,
    BrowserAnimationsModule,
    FormsModule,
    MatButtonModule,
    MatCardModule,
    MatCheckboxModule,
    MatInputModule,
    MatListModule,
    MatSelectModule,
    MatSidenavModule,
    MatToolbarModule,
    RouterModule.forRoot(routes, { useHash: true, paramsInheritanceStrategy: 'always' }),
    ToastrModule.forRoot({ positionClass: 'toast-top-center' }),
  ],
  providers: [
    provideHttpClient(withInterceptors([bearer, errors])),
    {
      provide: APP_INITIALIZER,
      multi: true,
      deps: [ConfigService],
      useFactory: (config: ConfigService) => () => config.load(),
    },
  ],
  bootstrap: [AppComponent],
})
export class AppModule {}
