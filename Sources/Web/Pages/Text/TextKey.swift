/// Every text of the interface, by the name templates use: `{{text.signInTitle}}`.
package enum TextKey: String, CaseIterable, Hashable, Sendable {
    case layoutSkip, layoutAreas, layoutHome, layoutTrends, layoutAccount, layoutSignOut, layoutFresh, layoutJobs,
        layoutStaff,
        layoutStaleOne, layoutStaleOther

    case signInTitle, signInEmail, signInPassword, signInButton, signInHelp, signInWrong, signInThrottledOne,
        signInThrottledOther, signInExpired, signInEnded, signInBusy

    case dateDay, dateShort, dateMoment, dateMonths, ageNow, ageToday, ageMinuteOne, ageMinuteOther, ageHourOne,
        ageHourOther, ageDayOne, ageDayOther

    case tierViral, tierTrending, tierEmerging, tierStable, tierDeclining, tierNone, changeUp, changeDown,
        changeLevel, componentMedia, componentRetail, componentPrice, componentInventory, componentSearch,
        kindRetail, kindWholesaleBottle, kindWholesaleCase, kindMaximumRetail, kindUnknown, notScored, notMeasured,
        notStated, notEnough, noPrice, noPoints, noChange, outOfStock, productsOne, productsOther, listingsOne,
        listingsOther

    case homeTitleEmpty, homeTitleFirstOne, homeTitleFirstOther, homeTitleUpOne, homeTitleUpOther, homeTitleDownOne,
        homeTitleDownOther, homeTitleLevel, homeTitleSince, homeTiles, homeMovers, homeAllMovers, homePriceCuts,
        homeNewListings, homeOutOfStock, homeSources, homeStale, homeBefore, homeNoMovers, homeNoPriceCuts,
        homeNoNewListings, homeNoOutOfStock, homeEmptyWhat, homeEmptyStep, homeEmptyThen, tileProducts, tileListings,
        tileMovedUp, tileMovedDown, tilePriceCuts, tileOutOfStock, tileSources, tileSourcesValue, tileSourcesStale

    case trendsTitle, trendsTitleNoData, trendsTitleNoResult, trendsCaption, trendsShowing, trendsIgnored,
        trendsPages, trendsPastPublished, trendsPastReconstructed, trendsPastNone, trendsToday,
        trendsTitleOn, trendsPrevious, trendsNext, trendsNoResult, trendsEmptyWhat, orderScoreDown, orderScoreUp,
        orderMomentumDown, orderMomentumUp, orderNameUp, orderNameDown, orderPriceUp, orderPriceDown,
        orderSourcesDown, orderSourcesUp, columnProduct, columnScore, columnMomentum, columnSources, columnPrice,
        columnHistory, columnComponent, columnValue, columnWeight, columnPoints, columnWhy, columnSource, columnFrom,
        columnThrough, columnChange, columnListingName, columnMatch, filterName, filterProducts, filterTier,
        filterSource, filterMinimum, filterMinimumEnd, filterOn, filterShow, filterClear, filterClearLong,
        filterAnyCategory,
        filterAnyTier, filterAnySource, sparklineLabel

    case productTitle, productTitleUp, productTitleDown, productTitleLevel, productTitleUnscored, productScore,
        productNoScore, productFacts, productNoFacts, productPrices, productNoPrices, productStock, productListings,
        productNoListings, receiptCaption, receiptTotal, receiptReweighted, receiptNote, factBrand, factCategory,
        factSize, factStrength, factStrengthValue, factVintage, factCountry, factGTIN, factItemKey, factUnitsPerCase,
        factFirstSeen, factLastSeen, chartPriceSubtitle, chartStockSubtitle, chartStockTitle, chartLowest, chartOnly,
        chartUnchanged, chartBelow, chartAbove, chartCut, chartSourceOne, chartSourceOther, chartSource, chartTable,
        matchGTIN, matchName, matchNew, matchSure, matchGTINSentence, matchNameSentence, matchNewSentence,
        matchConfidence, matchDecided, matchPerson, matchPersonSentence, mentionsTitle, mentionsNone, mentionGood,
        mentionBad, mentionMixed, mentionBrandOnly, mentionRun

    case decisionsTitle, decisionsLink, decisionsPreview, decisionsListings, decisionsListingsWhat, decisionsMerge,
        decisionsWords, decisionsFind, decisionsMissing, decisionsMade, decisionsNone, decisionReason, decisionMerge,
        decisionSplitOff, decisionMark, decisionMerged, decisionSplit, decisionMoved, decisionDiffers, decisionUndone,
        decisionUndo, decisionRedo, previewListings, previewPrices, previewThere, previewTwice, previewContradicts,
        previewScores, didMerge, didSplit, didMark, didUndo, didRedo, didContradict

    case completeness, scoreOpen, scoreTitle, scoreTitleNone, scoreOn, scoreSince, scoreShow, scoreNothing,
        scoreSignals,
        scoreSignalsWhat, scoreNoSignals, scoreBadDay, scoreNotCompared, originSame, originOtherFormulas,
        originDifferent, originReconstructed, changeRose, changeFell, changeNone, changeCaption, columnBefore,
        columnAfter, columnByValue, columnByWeight, columnDay, columnMeasure, columnRecord, signalStock, signalRecord,
        signalCorrected, signalListingGone, signalCounts, scoreCourse

    case weightsTitle, weightsWhat, weightsUsual, weightsUsualSince, weightsOwnSince, weightsNow, weightsTry,
        weightsKeep,
        weightsBack, weightsEffect, weightsNoList, weightsChanged, weightsSame, weightsNoNumber, weightsSum,
        weightsLink,
        columnPlace, columnMoved, weightsUnmoved

    case forecastHeading, forecastNone, forecastNothing, forecastTooFew, forecastRecordLink, forecastScore,
        forecastPrice, forecastDemand, forecastUnitScore, forecastUnitDay, forecastUnitWeek, forecastStays,
        forecastRises, forecastFalls, forecastMayRise, forecastMayFall, forecastMade, forecastViews, forecastAhead,
        forecastWhy, forecastEvents, forecastWritten, forecastPast, forecastSaid, forecastSaidBackcast, forecastInside,
        forecastOutside, forecastMark,
        forecastBand, forecastColumnAhead, forecastColumnDay, forecastColumnValue, forecastColumn80, forecastColumn95,
        forecastColumnSaid, forecastColumnCame, forecastColumnVerdict, forecastSeeHistory, forecastSeeListing,
        forecastSeeRecord, forecastSeeLike, reasonLevelDays, reasonLevelWeeks, reasonTrendUp, reasonTrendDown,
        reasonTrendLevel, reasonSeason, reasonModelAhead, reasonModelBehind, reasonModelUntried, reasonConstant,
        reasonShort, reasonLike, reasonLikeCategory, reasonNothingLike, reasonRecord, reasonWidth, reasonSurprise,
        layoutTrackRecord, recordTitle, recordTitleBackcast, recordTitlePending, recordTitleNone, recordEmptyWhat,
        recordEmptyStep, recordHow, recordExport, recordLive, recordLiveWhat, recordBackcasts, recordBackcastsWhat,
        recordByModel, recordByCategory, recordColumnWhat, recordColumnSettled, recordColumnPending, recordColumn80,
        recordColumn95, recordColumnDirection, recordColumnBase, recordColumnWape, recordColumnNaive,
        recordColumnBias, recordColumnMape, recordDirection, recordDemotedHeading, recordNoDemoted, recordDemoted,
        recordDemotedCategory

    case listingTitle, listingTitleUnpriced, listingMatch, listingHistory, listingNoHistory, listingFacts,
        listingURL, listingRaw, listingNoRaw, rawOrigin, rawNotUTF8

    case errorNotFound, errorNotFoundKept, errorNotFoundAdvice, errorForbidden, errorForbiddenAsk,
        errorForbiddenAdvice, errorBadRequest, errorBadRequestAdvice, errorTooMuch, errorNothingChanged, errorFailed,
        errorFailedKept, errorFailedAdvice, errorUnavailable, errorUnavailableKept, errorWait, errorWaitOne,
        errorWaitOther, errorHome, errorQuote

    case jobsTitle, jobsTitleNone, jobsTitleUnknown, jobsDeadNone, jobsDeadOne, jobsDeadOther, jobsRunningNone,
        jobsRunningOne, jobsRunningOther, jobsMoreThan, jobsAtLeast, jobsCounts, jobsFilterShow, jobsFilterAny,
        jobsFilterKind, jobsFilterAnyKind, jobsFilterQueue, jobsFilterAnyQueue, jobsFilterCompany,
        jobsFilterAnyCompany, jobsFilterID, jobsFilterButton, jobsList, jobsCaption, jobsColumnJob,
        jobsColumnCompany, jobsColumnStatus, jobsColumnSince, jobsColumnAttempts, jobsColumnQueue, jobsColumnMade,
        jobsFirst, jobsNext, jobsFurther, jobsFurtherNote, jobsAllCancel, jobsAllReplay, jobsAllDiscard,
        jobsEmptyWhat, jobsEmptyStep, jobsNoResult, jobsClearLong, jobsQueues, jobsNoQueues,
        jobsColumnReady, jobsColumnOldest, jobsColumnRunning, jobsColumnWaiting, jobsColumnState, jobsOpen,
        jobsPaused, jobsPausedByHouse, jobsPause, jobsResume, jobsPauseKindLabel, jobsPausedKinds, jobsPausedSince,
        jobsEnds, jobsEndsTitle, jobsEndsNone, jobsEndsSubtitle, jobsEndsGood, jobsEndsBad, jobsEndsMinute,
        jobsEndsHourAgo, jobsEndsNow, jobsEndsSource, jobsWorkers, jobsNoWorkers, jobsColumnWorker, jobsColumnSlots,
        jobsColumnServes, jobsColumnRenewed, jobsColumnStarted, jobsSlots, jobsStopping, jobsLost, jobsActs,
        jobsNoActs, jobsByNobody, jobsBySelf, jobsByStaff, jobsByOther, jobsActLine, jobsActCancel,
        jobsActReplay, jobsActDiscard, jobsActPause, jobsActResume, jobsActEnqueue, jobsOne, jobsOther, jobsFailed,
        jobsSchedules, jobsNew, jobsDidCancelOne, jobsDidCancelOther, jobsDidReplayOne, jobsDidReplayOther,
        jobsDidDiscardOne, jobsDidDiscardOther, jobsDidNothing, jobsDidPause, jobsDidResume, jobsDidEnqueue,
        jobsConfirmCancel, jobsConfirmReplay, jobsConfirmDiscard, jobsConfirmNone, jobsConfirmUnknown,
        jobsConfirmWhich, jobsConfirmEverything, jobsConfirmDoCancel, jobsConfirmDoReplay, jobsConfirmDoDiscard,
        jobsConfirmContinue, jobsConfirmBack, jobsConfirmWhatCancel, jobsConfirmWhatReplay, jobsConfirmWhatDiscard,
        jobsContinueTitle, jobsContinueWhat

    case jobReady, jobWaiting, jobRunning, jobCompleted, jobCancelled, jobDead, jobMoving, jobStopping,
        jobReasonScheduled, jobReasonRetry, jobReasonSnoozed, jobReasonBlocked, jobDue, jobDueNever, jobAttempts,
        jobTitleReady, jobTitleWaiting, jobTitleRunning, jobTitleCompleted, jobTitleCancelled, jobTitleDeadOne,
        jobTitleDeadOther, jobTitleMoving, jobActions, jobCancel, jobReplay, jobStartNow, jobDiscard, jobNoActions,
        jobProgress, jobProgressOf, jobProgressDone, jobTimeline, jobNoEvents, jobColumnWhen, jobColumnEvent,
        jobColumnAttempt, jobColumnDetail, jobColumnWho, jobArguments, jobArgumentsNote, jobNoArguments, jobFactID,
        jobFactCompany, jobFactQueue, jobFactPriority, jobFactSeconds, jobFactUnique, jobFactMade, jobFactSince,
        jobFactDue, jobFactAttempts, jobEventClaimed, jobEventCompleted, jobEventFailed, jobEventRescued,
        jobEventSnoozed, jobEventCancelRequested, jobEventCancelled, jobEventDead, jobEventReplayed,
        jobEventReleased, jobEventFenced

    case schedulesTitleNone, schedulesTitleOne, schedulesTitleOther, schedulesTitleUnknown, schedulesPausedNone,
        schedulesPausedSome, schedulesEmpty, schedulesCaption, schedulesColumnName, schedulesColumnCron,
        schedulesColumnNext, schedulesColumnMissed, schedulesNever, schedulesMissedNone, schedulesMissedLast,
        schedulesMissedAll, newTitle, newTitleNone, newNone, newKind, newCompany, newArguments, newButton,
        newUnknownKind, newUnknownCompany, newUnreadable

    case accountTitleOne, accountTitleOther, accountDidEnd, accountDidPassword, accountDidCompany, accountNoAgent,
        accountWrong, accountDifferent, accountTooShort, accountTooLong, accountGuessable, accountBrowsers,
        accountCaption, accountBrowser, accountSignedIn, accountSeen, accountEnd, accountEndAll, accountThis,
        accountCompanies, accountHere, accountGo, accountPassword, accountAddress, accountChange,
        accountPasswordTitle, accountPresent, accountNew, accountAgain, accountRules, confirmTitle, confirmWhy,
        confirmButton, chooserTitle, chooserTitleNone, chooserWhy, chooserNone, roleViewer, roleAnalyst, roleAdmin,
        roleOwner

    case membersTab, noticeSignIn, formExpired, noAddress, forgotTitle, forgotWhat, forgotButton,
        forgotThrottledOne, forgotThrottledOther, resetSentTitle, resetSentWhat, resetSentHint, resetTitle, resetFor,
        resetButton, resetDoneTitle, resetDoneWhat, resetDoneHint, resetDeadTitle, resetDeadWhat, resetDeadHint,
        resetDeadAgain, invitationDeadTitle, invitationDeadWhat, invitationDeadHint, invitationTitle, invitationWhy,
        invitationAccept, invitationSignIn, invitationNew, invitationName, invitationAgain, invitationJoin,
        invitationNoName, invitationOther, membersTitleOne, membersTitleOther, membersDidRole, membersDidRemove,
        membersDidInvite, membersDidWithdraw, membersAlready, membersOwnersOnly, membersLastOwner, membersTooMany,
        membersHeading, membersCaption, membersName, membersEmail, membersRole, membersJoined, membersYou,
        membersInvitations, membersInvitationsCaption, membersInvited, membersOver, membersActions, membersResend,
        membersWithdraw, membersNoInvitations, membersInvite, membersRoles, membersInviteButton, memberTitle,
        memberChange, memberRemoving, memberRemoveWhat, memberRemove, outboxTitleNone, outboxTitleOne,
        outboxTitleOther, outboxWhat, outboxCaption, outboxSubject, outboxRecipient, outboxWritten, outboxBack,
        outboxBody, outboxNoSubject, mailGreeting, mailResetSubject, mailResetWhy, mailResetHow, mailResetNotYou,
        mailInvitationSubject, mailInvitationWhy, mailInvitationHow, mailInvitationNotYou, mailFoot

    case layoutCompany, companyTabs, companyTab, connectionsTab, auditTab, companyName, companyCurrency, companyZone,
        companyZoneHelp, companySave, companyOwnersOnly, companyJudge, companyJudgeWhat, companyJudgeOn,
        companyJudgeOff, companyJudgeStart, companyJudgeStop, companyDidJudge, companySlug, companyNameProblem,
        companyCurrencyProblem, companyZoneProblem, companyDidChange, staffCompanies, staffCompaniesTitleOne,
        staffCompaniesTitleOther, staffCompaniesCaption, staffCompaniesNote, staffMembers, staffMade, staffJobs

    case connectionsTitleNone, connectionsTitleOne, connectionsTitleOther, connectionsTitleFlaggedOne,
        connectionsTitleFlaggedOther, connectionsCaption, connectionsName, connectionsSource, connectionsHealth,
        connectionsChecked, connectionsExpires, connectionsEmpty, connectionsAdd, connectionNever, connectionUnknown,
        connectionNewTitle, connectionOwnName, connectionSealed, connectionTermsTitle, connectionConfirm,
        connectionButton, connectionNameTaken, connectionNameLength, connectionIncomplete, connectionNotConfirmed,
        connectionOutdated, connectionTooLong, connectionKeys, connectionTitle, connectionNeedsLogin, connectionStored,
        connectionNothingStored, connectionConfirmed, connectionMade, connectionRevokedAt, connectionTest,
        connectionNoTest, connectionReplace, connectionReplaceButton, connectionRevoke, connectionRevokeWhat,
        connectionRevokeSure, connectionUses, connectionNoUses, connectionDidConnect, connectionDidReplace,
        connectionDidRevoke, connectionDidTest, healthUntested, healthWorking, healthRefused, healthUnreachable,
        healthChanged, healthRevoked, useTest, useSignIn, useFetch, useWhy

    case auditTitle, auditTitleNone, auditTitleFiltered, auditTitleNoResult, auditAnyArea, auditAnybody, auditBadDate,
        auditFilter, auditButton, auditShow, auditBy, auditFrom, auditUntil, auditExport, auditCaption, auditWhat,
        auditWho,
        auditWhen, auditWhich, auditNumber, auditRequest, auditNewestFirst, auditFirst, auditEmpty, auditFormer,
        auditStaff, auditToken, auditJob, auditCommand, areaPassword, areaSession, areaJobs, areaCredential, areaStaff,
        areaCompany, areaMember, areaConnection, areaVault, areaAudit

    // One for each action on record: `act` and the action's words.
    case actPasswordTried, actPasswordChanged, actPasswordSet, actSessionOpened, actSessionEntered,
        actSessionConfirmed, actSessionEnded, actJobsCancel, actJobsReplay, actJobsDiscard, actJobsPause,
        actJobsResume, actJobsEnqueue, actCredentialUsed, actStaffRoleSet, actCompanyCreated, actCompanyChanged,
        actMemberAdded, actMemberRoleChanged, actMemberRemoved,
        actMemberInvited, actMemberUninvited, actPasswordReset, actConnectionAdded, actConnectionTested,
        actConnectionReplaced, actConnectionRevoked, actVaultShredded, actAuditExported, actStaffLooked
    case signInCodeTitle, signInCodeWhat, signInCodeHelp, signInCodeBack, signInCodeWrong, signInCodeThrottledOne,
        signInCodeThrottledOther, accountWrongProof, accountDidFactorOff, accountFactor, accountFactorOn,
        accountFactorOff, accountSecurity, factorTitleOff, factorTitleSetUp, factorTitleOn, factorDemanded, factorEnded,
        factorWhat, factorBegin, factorScan, factorScanWhat, factorPicture, factorApp, factorByHand, factorFirst,
        factorCode, factorTurnOn, factorRestart, factorWrong, factorSince, factorCodesOne, factorCodesOther,
        factorOffHeading, factorOffWhat, factorTurnOff, codesTitle, codesTurnedOn, codesReplaced, codesOnce, codesKept,
        codesHeading, codesWhat, codesRenew, securityTitleOn, securityTitleOff, securitySaved, securityWhat,
        securityCounts, securityTurnOn, securityTurnOff, securityTab

    case tokensTab, tokensTitleNone, tokensTitleOne, tokensTitleOther, tokensDidRevoke, tokensWhat, tokensCaption,
        tokensName, tokensScopes, tokensColumnMade, tokensUsed, tokensState, tokensRevoke, tokensMade, tokensNobody,
        tokensNever, tokensAlive, tokensEnded, tokensRevoked, tokensNew, tokensDays, tokensMake, tokensScopeTrends,
        tokensScopeProducts, tokensScopeJobs, tokensScopeOther, tokensBadName, tokensNoScope, tokensBadDays,
        tokensTooMany, newTokenTitle, newTokenOnce, newTokenUse, newTokenKept

    case actCodeTried, actFactorTurnedOn, actFactorTurnedOff, actFactorCodesRenewed, actFactorRemoved,
        actCompanySecurityChanged, actTokenMade, actTokenRevoked, areaCode, areaFactor, areaToken

    case signUpTitle, signUpCompany, signUpWhat, signUpButton, signUpLink, signUpNoCompany, signUpSentWhat,
        signUpSentHint, signUpDeadWhat, signUpDeadHint, signUpAgain, signUpConfirmTitle, signUpConfirmWhat,
        signUpConfirmButton, signUpWrong, mailSignUpSubject, mailSignUpWhy, mailSignUpHow, mailSignUpNotYou,
        mailKnownSubject, mailKnownWhy, mailKnownHow
    case emailTitle, emailChange, emailWaits, emailWaitsWhat, emailWaitsCaption, emailState, emailConfirmed,
        emailNotYet,
        emailEnds, emailWithdraw, emailOther, emailNew, emailRules, emailButton, emailSame, emailStays,
        emailConfirmTitle,
        emailConfirmNew, emailConfirmOld, emailConfirmButton, emailConfirmNotYou, emailWaitingTitle, emailWaitingWhat,
        emailWaitingHint, emailChangedTitle, emailChangedWhat, emailChangedHint, emailDeadWhat, emailDeadHint,
        emailGoOn,
        mailEmailOldSubject, mailEmailOldWhy, mailEmailOldNotYou, mailEmailNewSubject, mailEmailNewWhy,
        mailEmailNewNotYou,
        mailEmailHow, mailTakenSubject, mailTakenWhy, mailTakenNotYou, areaEmail, actEmailRequested, actEmailConfirmed,
        actEmailChanged, actEmailWithdrawn

    case actConnectionPaused, actConnectionResumed, actRunAsked, actRunPublished, actRunDiscarded, actSourceStopped,
        actSourceStarted, areaRun, areaSource, actProductMerged, actProductSplit, actProductListingMoved,
        actProductListingDiffers, actProductActUndone, actProductActRedone, areaProduct, actScoreWeightsChanged,
        areaScore

    case connectionTry, connectionTryWhat, connectionTried
    case openRegion, openTerms, openTermsWhat, openEvery, openEveryWhat, openTry, openTryWhat, openTried,
        openTriedNothing,
        openNoName, openNoRegion, openNoInterval, openOff, openWorld, sourceDidConnect
    case recordPointsOne, recordPointsOther, recordCommentsOne, recordCommentsOther, recordOfHundred, recordFrom,
        recordPartial
    case tokensScopeSourcesRead, tokensScopeSourcesRun
    case recordName, runBecame, runFigures, fieldURL, fieldCode, fieldRegular, fieldCurrency, fieldKind, fieldTitle,
        fieldAuthor,
        fieldSummary, fieldTags, fieldDate, fieldChannel, fieldBody, fieldLink, fieldScore, fieldComments,
        fieldShares, fieldViews, fieldValue, fieldPartial
    case layoutSources, sourcesTitleNone, sourcesTitleOne, sourcesTitleOther, sourcesTitleFlaggedOne,
        sourcesTitleFlaggedOther, sourcesTitleHeldOne, sourcesTitleHeldOther, sourcesHeld, sourcesHeldWhat,
        sourcesConnections, sourcesCaption, sourcesEmpty, sourcesCatalog, sourceWhat, sourceSwitch, sourceConnect,
        sourceReason, sourceSwitchOff, sourceSwitchOn, sourceOffWhy, sourceOffByPlatform, sourceIsOff,
        sourceIsPaused, sourceNeverRead, sourceEvery, sourceTitle, sourceRead, sourceLast, sourceRecords,
        sourcePausedSince, sourceReadNow, sourcePause, sourceResume, sourceSettings, sourceRuns, sourceNoRuns,
        sourceSamples, sourceDidAsk, sourceDidAskBefore, sourceDidPause, sourceDidResume, sourceDidStop,
        sourceDidStart, recordUnsaid, recordPrice, recordStock, recordSeen, runTitle, runSentence, runRunning,
        runApplied, runPartial, runHeld, runDiscarded, runFailed, verdictMarket, verdictSite, verdictBlocked,
        runBegan, runEnded, runNotYet, runCompleteness, runAll, runPart, runItems, runNew, runChanged, runRejects,
        runPages, runRequests, runRetries, runUnchanged, runBytes, runMegabytes, runWaited, runSeconds, runAttempts,
        runSignIns, runDecide, runDecideWhat, runPublish, runDiscard, runDidPublish, runDidDiscard, runWasDecided,
        runFindings, runHolds, runFields, runField, runCoverage, runCommonest, runErrors, runErrorPlace,
        runErrorReason, runEndedBy, runRecordPlace, cyclesLink, cyclesTitleNone, cyclesTitleOne, cyclesTitleOther,
        cyclesTitleLateOne, cyclesTitleLateOther, cyclesWhat, cyclesEmpty, cycleTook, cycleRuns, cycleLate,
        cycleStep, cycleBegun, cycleLasted, cycleStartsBy, cycleAfter, cycleAtOnce, cycleNotYet, cycleRead,
        cycleMatch, cycleScore, cycleForecast, cycleDone, cycleDead, cycleCancelled, cycleRunning, cycleWaiting,
        cycleReady,
        cycleGone

    case layoutAlerts, layoutAlertsOne, layoutAlertsOther, alertsTitleNone, alertsTitleLookedAfter, alertsTitleSilenced,
        alertsTitleOne,
        alertsTitleOther, alertsTitleResolved, alertsLiving, alertsResolved, alertsCaption, alertsCut, alertsMore,
        alertsNoneResolved, alertsEmpty, alertsEmptyNext, alertWhat, alertSeverity, alertState, alertOpened,
        alertOpen, alertAcknowledged, alertSilenced, alertResolved, alertSilencedUntil, severityNotice,
        severityWarning, severityCritical, alertRecovered, alertWasClosed, alertGone, alertSwitchedOff, alertFigure,
        alertLimit, alertLatest, alertWorst, alertSilent, alertOwner, alertEnded, alertReturns, alertEvidence,
        alertAcknowledge, alertSilenceFor, alertSilence, alertUnsilence, alertClose, hoursOne, hoursEight, hoursDay,
        hoursWeek, hoursNone, alertDeeds, alertEvents, alertEventOpened, alertEventWorsened, alertEventAcknowledged,
        alertEventSilenced, alertEventUnsilenced, alertEventReturned, alertEventResolved, alertDidAcknowledge,
        alertDidSilence, alertDidUnsilence, alertDidClose, alertDidNothing, monitorsTab, monitorsTitleOne,
        monitorsTitleOther, monitorsWhat, monitorsCaption, monitorOpen, monitorFor, monitorOn, monitorOff,
        monitorAtLeast, monitorAbove, monitorBelow, monitorUsual, monitorPatience, monitorWatched, monitorSave,
        monitorSilence, monitorSilenceWhat, monitorAnother, monitorAnotherWhat, monitorFamily, monitorAboveWhat,
        monitorWatch, monitorDidChange, monitorDidWatch, monitorNumber, channelsTab, channelsTitleNone,
        channelsTitleOne, channelsTitleOther, channelsCaption, channelsEmpty, channelsAdd, channelName, channelKind,
        channelTo, channelLeast, channelLast, channelEmail, channelSlack, channelPagerDuty, channelWebhook,
        channelEmailWhat, channelSlackWhat, channelPagerDutyWhat, channelWebhookWhat, channelSlackAddress,
        channelRoutingKey, channelAddress, channelEurope, channelSealed, channelRecipients, channelRecipientsWhat,
        channelOperators, channelPeopleOne, channelPeopleOther, channelAdmins, channelAdd, channelBroken, channelTold,
        channelNeverTold, channelTitle, channelTitleBroken, channelBrokenWhy, channelTest, channelTestWhat,
        channelDeliveries, channelNoDeliveries, toldWhy, toldAttempts, toldOpened, toldReminder, toldAcknowledged,
        toldRecovered, toldTest, toldQueued, toldDelivered, toldFailed, channelReplaceTitle, channelReplace,
        channelRemove, channelRemoveWhat, channelRemoveSure, channelKeyOnce, channelKeyWhat, channelDidAdd,
        channelDidReplace, channelDidRemove, channelDidTest, channelKeys, actAlertAcknowledged, actAlertSilenced,
        actAlertClosed, actMonitorChanged, actMonitorSilenced, actChannelAdded, actChannelReplaced,
        actChannelRemoved, actChannelTested, areaAlert, areaMonitor, areaChannel, tokensScopeAlertsRead,
        tokensScopeAlertsAcknowledge, mailAlertOpened, mailAlertReminder, mailAlertAcknowledged, mailAlertRecovered,
        mailAlertTest, mailAlertAll, mailAlertMore

    case matchModel, matchModelSentence, matchJudge, matchJudgeSentence, layoutReview, reviewTitle, reviewListing,
        reviewProduct, reviewCompare, reviewFact, reviewName, reviewWritten, reviewBrand,
        reviewProducer, reviewCategory, reviewCountry, reviewSize, reviewPack, reviewStrength, reviewVintage, reviewAge,
        reviewCode, reviewSameFact, reviewDifferentFact, reviewOneSide, reviewAgreement, reviewNothing, reviewAnswer,
        reviewSame,
        reviewDifferent, reviewUnsure, reviewNew, reviewSplit, reviewSplitWhat, reviewUndo, reviewKeys, reviewWhy,
        reviewWaterfall, reviewWaterfallWhat, reviewStep, reviewWeight, reviewCarriers,
        reviewCarriersNone,
        reviewOwnSource, reviewSource, reviewOther, reviewWords, reviewFind, reviewMissing, reviewTake, reviewDisputed,
        reviewDidAnswer, reviewDidUndo, reviewDidLose, reviewNothingToUndo, reviewDidRule, reviewDidUnrule,
        reviewDidChange, reviewStartWhat, reviewEmptyWhat, reviewQueue, reviewRules, reviewNext, reviewQueueTitleOne,
        reviewQueueTitleOther, reviewOldest, reviewNobodyWaits, reviewLeased, reviewSecond, reviewDisputes,
        reviewWaiting,
        reviewToday, reviewWeek, reviewAdded, reviewGold, reviewReaders, reviewReader, reviewAnswers, reviewPace,
        reviewGoldRight, reviewAgreed, reviewOf, reviewNoReaders, reviewAudits, reviewAuditsWhat, reviewRule,
        reviewAudited, reviewWrong, reviewAtMost, reviewOpen, reviewNoAudits, reviewExceeded, reviewDays, reviewDay,
        reviewRulesTitle, reviewRulesWhat, reviewLow, reviewHigh, reviewPreview, reviewRuleFitsOne, reviewRuleFitsOther,
        reviewRuleSame, reviewRuleDifferent, reviewRulesDone, reviewRuleDone, reviewRuleUndo, reviewNoRules,
        reviewBadBand, reviewProbability, ruleCode, ruleName, ruleModel, ruleJudge, evidenceName, evidenceMaker,
        evidenceCode,
        evidenceNumber, evidenceSize, evidenceStrength, evidenceVintage, evidenceAge, evidenceVariant, evidenceCategory,
        evidenceCountry, evidencePrice, evidenceDescription, evidenceRivals, evidenceStart
}
