import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { Router } from '@angular/router';
import { ToastrService } from 'ngx-toastr';
import { throwError } from 'rxjs';
import { catchError } from 'rxjs/operators';
import { AuthService } from './auth.service';

/** Every request of the host carries the token. */
export const bearer: HttpInterceptorFn = (request, next) => {
  const token = inject(Injector).get(AuthService).token;
  return next(token ? request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }) : request);
};

/** 401 leads to the login page, any other error but 404 to a toast that stays. */
export const errors: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((error: HttpErrorResponse) => {
      if (error.status === 401 && !request.url.includes('/auth/')) {
        injector.get(Router).navigate(['/login'], { queryParams: { next: window.location.href } });
      } else if (error.status !== 401 && error.status !== 404) {
        const { name, description } = error.error ?? {};
        injector
          .get(ToastrService)
          .error(description ?? error.message, name ?? error.name, { disableTimeOut: true, closeButton: true });
      }
      return throwError(error);
    })
  );
};
