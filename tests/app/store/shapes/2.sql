PRAGMA application_id=1131376246;
PRAGMA user_version=2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'convener','first_tables','2026-11-23 01:09:59.501615+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'convener','photographs','2026-11-23 05:07:01.483350+00:00');
CREATE TABLE "events" (
   "session_id" TEXT REFERENCES "sessions"("id"),
   "id" INTEGER,
   "at" INTEGER NOT NULL,
   "fact" TEXT NOT NULL,
   "event" TEXT NOT NULL,
   PRIMARY KEY ("session_id", "id")
);
INSERT INTO "events" VALUES('e5196ca630b743c4a10b163d5690b470',1,1795509000000,'began','{"id":1,"at":1795509000000,"what":{"fact":"began","gathering":{"id":"staff","title":"Staff meeting","purpose":"So that Tuesday belongs to all of us","starts":"2026-11-24T09:00:00","people":11,"minutes":45,"place":"the back room","steps":[{"title":"Arriving","kind":"welcome","family":"invitation","voice":"host","minutes":4,"id":"arrive"},{"title":"Notices","kind":"talk","voice":"host","minutes":10,"id":"notices"},{"title":"Left undone","family":"ownership","question":"What do you leave for others by being busy?","wordings":["Which small thing waits here until you have time?"],"form":"threes","minutes":13,"keeps":["insight","possibility"],"id":"busy"},{"title":"Heard in the room","kind":"sampling","family":"ownership","question":"What stayed with you?","voice":"room","minutes":5,"keeps":["insight","doubt"],"id":"heard"},{"title":"Made lighter","family":"gifts","question":"What did you receive here this week?","form":"threes","minutes":6,"regroup":"same","keeps":["gift"],"named":true,"id":"gift"},{"title":"Closing word","kind":"closing","family":"gifts","voice":"room","minutes":4,"id":"close"}]}}}');
INSERT INTO "events" VALUES('e5196ca630b743c4a10b163d5690b470',2,1795509000000,'moved','{"id":2,"at":1795509000000,"what":{"fact":"moved","step_id":"arrive","beat":"round"}}');
INSERT INTO "events" VALUES('e5196ca630b743c4a10b163d5690b470',3,1795509000000,'moved','{"id":3,"at":1795509000000,"what":{"fact":"moved","step_id":"notices","beat":"round"}}');
INSERT INTO "events" VALUES('e5196ca630b743c4a10b163d5690b470',4,1795509000000,'kept','{"id":4,"at":1795509000000,"what":{"fact":"kept","note":{"id":"78983a65911d4a1996b4b819367d5192","step_id":"notices","kind":"insight","text":"Żółw auf dem Tisch","at":1795509000000}}}');
INSERT INTO "events" VALUES('e5196ca630b743c4a10b163d5690b470',5,1795509060000,'kept','{"id":5,"at":1795509060000,"what":{"fact":"kept","note":{"id":"8312cbe943d64c62a50c9ea3a11a9836","step_id":"notices","kind":"doubt","text":"ἀγορά; it''s late","at":1795509060000}}}');
INSERT INTO "events" VALUES('e5196ca630b743c4a10b163d5690b470',6,1795509060000,'finished','{"id":6,"at":1795509060000,"what":{"fact":"finished"}}');
CREATE TABLE "gatherings" (
   "id" TEXT PRIMARY KEY,
   "title" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "changed" INTEGER NOT NULL,
   "removed" INTEGER NOT NULL DEFAULT 0,
   "plan" TEXT NOT NULL
);
INSERT INTO "gatherings" VALUES('staff','Staff meeting','2026-11-24T09:00:00',1795509000000,0,'{"id":"staff","title":"Staff meeting","purpose":"So that Tuesday belongs to all of us","starts":"2026-11-24T09:00:00","people":11,"minutes":45,"place":"the back room","steps":[{"title":"Arriving","kind":"welcome","family":"invitation","voice":"host","minutes":4,"id":"arrive"},{"title":"Notices","kind":"talk","voice":"host","minutes":10,"id":"notices"},{"title":"Left undone","family":"ownership","question":"What do you leave for others by being busy?","wordings":["Which small thing waits here until you have time?"],"form":"threes","minutes":13,"keeps":["insight","possibility"],"id":"busy"},{"title":"Heard in the room","kind":"sampling","family":"ownership","question":"What stayed with you?","voice":"room","minutes":5,"keeps":["insight","doubt"],"id":"heard"},{"title":"Made lighter","family":"gifts","question":"What did you receive here this week?","form":"threes","minutes":6,"regroup":"same","keeps":["gift"],"named":true,"id":"gift"},{"title":"Closing word","kind":"closing","family":"gifts","voice":"room","minutes":4,"id":"close"}]}');
CREATE TABLE "photos" (
   "id" TEXT PRIMARY KEY,
   "session_id" TEXT NOT NULL REFERENCES "sessions"("id"),
   "jpeg" BLOB NOT NULL
);
INSERT INTO "photos" VALUES('f1e2d3c4b5a697887766554433221100','e5196ca630b743c4a10b163d5690b470',X'FFD8FFD9');
CREATE TABLE "sessions" (
   "id" TEXT PRIMARY KEY,
   "gathering_id" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "began" INTEGER NOT NULL,
   "finished" INTEGER
);
INSERT INTO "sessions" VALUES('e5196ca630b743c4a10b163d5690b470','staff','Staff meeting',1795509000000,1795509060000);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
