CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_hash` ON `api_token` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_token_person` ON `api_token` (`person_id`);--> statement-breakpoint
CREATE TABLE `claim_role` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`value` text NOT NULL,
	`role` text NOT NULL,
	`department_id` text,
	`authority_id` text,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authority_id`) REFERENCES `authority`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `identity` (
	`municipality_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `identity_person` ON `identity` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit_chain` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit_event`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `accessibility_statement` (
	`municipality_id` text PRIMARY KEY NOT NULL,
	`fields` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`kind` text NOT NULL,
	`input` text NOT NULL,
	`state` text NOT NULL,
	`progress` text NOT NULL,
	`result` text,
	`refusal` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `job_state` ON `job` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `job_kind` ON `job` (`kind`,`created_at`);--> statement-breakpoint
ALTER TABLE `authority` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `department` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `role_grant` ADD `source` text DEFAULT 'hand' NOT NULL;--> statement-breakpoint
ALTER TABLE `one_time_link` ADD `person_id` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `one_time_link` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `one_time_link` ADD `created_at` integer;--> statement-breakpoint
CREATE INDEX `one_time_link_person` ON `one_time_link` (`person_id`);--> statement-breakpoint
ALTER TABLE `person` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `person` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `person` ADD `password_set_at` integer;--> statement-breakpoint
ALTER TABLE `session` ADD `via` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `section_history` ADD `seal` blob;--> statement-breakpoint
ALTER TABLE `section_snapshot` ADD `seal` blob;--> statement-breakpoint
ALTER TABLE `section_update` ADD `seal` blob;