CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`edited_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_thread` ON `comment` (`thread_id`);--> statement-breakpoint
CREATE TABLE `comment_wording` (
	`municipality_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`comment_id`, `version`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`person_id` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`sent_at` integer,
	`error` text,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_state` ON `mail` (`state`,`not_before`);--> statement-breakpoint
CREATE TABLE `named_version` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`section_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`named_by` text NOT NULL,
	`named_at` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `named_version_section` ON `named_version` (`section_id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`report_id` text,
	`section_id` text,
	`thread_id` text,
	`detail` text NOT NULL,
	`read_at` integer,
	`mail` text NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `notice_mail` ON `notice` (`mail`,`at`);--> statement-breakpoint
CREATE INDEX `notice_section` ON `notice` (`section_id`);--> statement-breakpoint
CREATE TABLE `notice_setting` (
	`municipality_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`way` text NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `preview` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`report_id` text NOT NULL,
	`model` text NOT NULL,
	`hash` text NOT NULL,
	`message` text NOT NULL,
	`released_by` text NOT NULL,
	`released_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `preview_report` ON `preview` (`report_id`);--> statement-breakpoint
CREATE TABLE `preview_reader` (
	`municipality_id` text NOT NULL,
	`preview_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`preview_id`, `person_id`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`preview_id`) REFERENCES `preview`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `preview_reader_person` ON `preview_reader` (`person_id`);--> statement-breakpoint
CREATE TABLE `thread` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`section_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`kind` text NOT NULL,
	`anchor` text,
	`quote` text NOT NULL,
	`must_meet` integer DEFAULT false NOT NULL,
	`proposed` text,
	`state` text DEFAULT 'open' NOT NULL,
	`state_by` text,
	`state_at` integer,
	`state_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`state_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `thread_section` ON `thread` (`section_id`);--> statement-breakpoint
ALTER TABLE `report` ADD `due_on` text;--> statement-breakpoint
ALTER TABLE `section` ADD `due_on` text;