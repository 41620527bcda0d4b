import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { type Device, Devices } from "./devices.ts";

export type DeviceRequest = FastifyRequest & { device: Device };

@Injectable()
export class DeviceGuard implements CanActivate {
  constructor(private readonly devices: Devices) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<DeviceRequest>();
    const device = this.devices.ofToken(request.headers.authorization?.replace(/^Bearer /, "") ?? "");
    if (device === undefined) throw new UnauthorizedException();
    request.device = device;
    return true;
  }
}
