import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { Observable, of } from 'rxjs';
import { catchError, map, tap } from 'rxjs/operators';
import { ConfigService } from './config.service';

interface Session {
  token: string;
  expires: string;
  user: { identifiant: string; nom_role: string; prenom_role: string; id_role: number; id_organisme: number | null };
}

const TOKEN = 'gn_id_token';
const EXPIRES = 'gn_expires_at';
const USER = 'gn_current_user';

/** The session in localStorage, under GeoNature's keys. */
@Injectable({ providedIn: 'root' })
export class AuthService {
  constructor(private http: HttpClient, private config: ConfigService) {}

  get token(): string | null {
    return localStorage.getItem(TOKEN);
  }

  get userName(): string {
    return JSON.parse(localStorage.getItem(USER) ?? '{}').nom_complet ?? '';
  }

  isLoggedIn(): boolean {
    return new Date() < new Date(localStorage.getItem(EXPIRES) ?? 0);
  }

  login(login: string, password: string): Observable<Session> {
    return this.http
      .post<Session>(`${this.config.API_ENDPOINT}/auth/login`, { login, password })
      .pipe(tap((session) => this.manageUser(session)));
  }

  /** Another token, if the host's cookie still stands for someone. */
  renew(): Observable<boolean> {
    return this.http.get<Session>(`${this.config.API_ENDPOINT}/auth/get_current_user`).pipe(
      tap((session) => this.manageUser(session)),
      map(() => true),
      catchError(() => of(false))
    );
  }

  logout(): void {
    [TOKEN, EXPIRES, USER].forEach((key) => localStorage.removeItem(key));
    window.location.href = `${this.config.API_ENDPOINT}/auth/logout`;
  }

  private manageUser({ token, expires, user }: Session): void {
    localStorage.setItem(TOKEN, token);
    localStorage.setItem(EXPIRES, expires);
    localStorage.setItem(
      USER,
      JSON.stringify({
        user_login: user.identifiant,
        prenom_role: user.prenom_role,
        nom_role: user.nom_role,
        nom_complet: `${user.nom_role} ${user.prenom_role}`,
        id_role: user.id_role,
        id_organisme: user.id_organisme,
      })
    );
  }
}
