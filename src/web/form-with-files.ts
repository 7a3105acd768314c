import type { Request, RequestHandler, Response } from 'express';
import { checkToken } from './csrf.ts';
import { noteFormKey } from './request-net.ts';

/**
 * Reads the body of a form that brings files, then asks for the token that the global guard could not see in it.
 * @param receive multer's handler
 * @param refusalFor what the person is told where the body cannot be read
 * @throws what `refusalFor` makes of the fault; Forbidden
 */
export async function readFormWithFiles(req: Request, res: Response, receive: RequestHandler, refusalFor: (error: unknown) => Error): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void receive(req, res, (error: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(refusalFor(error));
    });
  });
  const pass = (): void => undefined;
  await checkToken(req, res, pass);
  await noteFormKey(req, res, pass);
}
