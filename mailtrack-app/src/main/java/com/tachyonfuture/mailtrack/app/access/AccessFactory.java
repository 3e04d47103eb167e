package com.tachyonfuture.mailtrack.app.access;

import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.access.ChangePassword;
import com.tachyonfuture.mailtrack.application.access.CheckApiKey;
import com.tachyonfuture.mailtrack.application.access.CheckOwner;
import com.tachyonfuture.mailtrack.application.access.KeepApiKeys;
import com.tachyonfuture.mailtrack.application.access.KeepSessions;
import com.tachyonfuture.mailtrack.application.access.SetUpOwner;
import com.tachyonfuture.mailtrack.application.access.SignIn;
import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.access.MysqlApiKeys;
import com.tachyonfuture.mailtrack.mysql.access.MysqlOwnerPassword;
import com.tachyonfuture.mailtrack.mysql.access.MysqlSessions;
import com.tachyonfuture.mailtrack.mysql.access.MysqlSignInFailures;
import com.tachyonfuture.mailtrack.outbound.access.Argon2PasswordHashes;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.UUID;

/// Makes the use cases of signing in and of API keys, and what they need.
@Factory
final class AccessFactory {

    @Singleton
    PasswordHashes passwordHashes() {
        return new Argon2PasswordHashes();
    }

    @Singleton
    OwnerPassword ownerPassword(Database database) {
        return new MysqlOwnerPassword(database);
    }

    @Singleton
    Sessions sessions(Database database) {
        return new MysqlSessions(database);
    }

    @Singleton
    SignInFailures signInFailures(Database database) {
        return new MysqlSignInFailures(database);
    }

    @Singleton
    ApiKeys apiKeys(Database database) {
        return new MysqlApiKeys(database);
    }

    /// Works before the database is open to others, so that nobody gets in by a password that is no longer set.
    @Singleton
    SetUpOwner setUpOwner(ConnectionOperations<Connection> connections, PasswordHashes hashes) {
        var ahead = new Database(connections);
        ahead.markReady();
        return new SetUpOwner(
                new MysqlOwnerPassword(ahead),
                hashes,
                new MysqlSignInFailures(ahead),
                Secrets::make,
                InstantSource.system());
    }

    @Singleton
    CheckOwner checkOwner(Settings settings, OwnerPassword password, PasswordHashes hashes, SignInFailures failures) {
        return new CheckOwner(settings.owner().nameToSignInWith(), password, hashes, failures, InstantSource.system());
    }

    @Singleton
    SignIn signIn(Settings settings, CheckOwner checkOwner, Sessions sessions, SignInFailures failures) {
        return new SignIn(
                checkOwner, sessions, failures, settings.owner().sessions(), Secrets::make, InstantSource.system());
    }

    @Singleton
    KeepSessions keepSessions(Settings settings, Sessions sessions) {
        return new KeepSessions(sessions, settings.owner().sessions(), InstantSource.system());
    }

    @Singleton
    ChangePassword changePassword(CheckOwner checkOwner, OwnerPassword password, PasswordHashes hashes) {
        return new ChangePassword(checkOwner, password, hashes, InstantSource.system());
    }

    @Singleton
    CheckApiKey checkApiKey(Credentials credentials, ApiKeys keys) {
        return new CheckApiKey(credentials.apiKey(), keys, InstantSource.system());
    }

    @Singleton
    KeepApiKeys keepApiKeys(ApiKeys keys) {
        return new KeepApiKeys(
                keys, () -> new ApiKeyId(UUID.randomUUID().toString()), Secrets::make, InstantSource.system());
    }
}
