import type { Request } from 'express';
import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import type { Context } from '../kernel/context.ts';
import { findActor } from './account-queries.ts';
import { signIn } from './sign-in.ts';

/** Passport with name and password; what a session keeps is which account acts in which post. */
export function buildPassport(context: Context): InstanceType<typeof Passport> {
  const passport = new Passport();
  passport.use(new Strategy({ usernameField: 'login', passwordField: 'password', passReqToCallback: true }, (req, login, password, done) => {
    verify(context, req, login.trim().toLowerCase(), password).then(({ user, info }) => { done(null, user, info); }, (error: unknown) => { done(error); });
  }));
  passport.serializeUser((user, done) => { done(null, { accountId: user.accountId, postId: user.postId }); });
  passport.deserializeUser((kept: { accountId: number; postId: number }, done) => {
    findActor(context, kept.accountId, kept.postId).then((person) => { done(null, person ?? false); }, (error: unknown) => { done(error); });
  });
  return passport;
}

/** The message is the person's language, or why nobody signed in. */
async function verify(context: Context, req: Request, login: string, password: string): Promise<{ user: Express.User | false; info: { message: string } }> {
  const result = await signIn(context, login, password, req.ip ?? '');
  return 'person' in result ? { user: result.person, info: { message: result.locale ?? '' } } : { user: false, info: { message: result.refused } };
}
