/// Every text of the interface, by the name templates use: `{{text.signInTitle}}`.
package enum TextKey: String, CaseIterable, Hashable, Sendable {
    case layoutSkip, layoutAreas, layoutHome, layoutTrends, layoutAccount, layoutSignOut, layoutFresh,
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
        trendsPages, trendsPrevious, trendsNext, trendsNoResult, trendsEmptyWhat, orderScoreDown, orderScoreUp,
        orderMomentumDown, orderMomentumUp, orderNameUp, orderNameDown, orderPriceUp, orderPriceDown,
        orderSourcesDown, orderSourcesUp, columnProduct, columnScore, columnMomentum, columnSources, columnPrice,
        columnHistory, columnComponent, columnValue, columnWeight, columnPoints, columnWhy, columnSource, columnFrom,
        columnThrough, columnChange, columnListingName, columnMatch, filterName, filterProducts, filterTier,
        filterSource, filterMinimum, filterMinimumEnd, filterShow, filterClear, filterClearLong, filterAnyCategory,
        filterAnyTier, filterAnySource, sparklineLabel

    case productTitle, productTitleUp, productTitleDown, productTitleLevel, productTitleUnscored, productScore,
        productNoScore, productFacts, productNoFacts, productPrices, productNoPrices, productStock, productListings,
        productNoListings, receiptCaption, receiptTotal, receiptReweighted, receiptNote, factBrand, factCategory,
        factSize, factStrength, factStrengthValue, factVintage, factCountry, factGTIN, factItemKey, factUnitsPerCase,
        factFirstSeen, factLastSeen, chartPriceSubtitle, chartStockSubtitle, chartStockTitle, chartLowest, chartOnly,
        chartUnchanged, chartBelow, chartAbove, chartCut, chartSourceOne, chartSourceOther, chartSource, chartTable,
        matchGTIN, matchName, matchNew, matchSure, matchGTINSentence, matchNameSentence, matchNewSentence,
        matchConfidence, matchDecided

    case listingTitle, listingTitleUnpriced, listingMatch, listingHistory, listingNoHistory, listingFacts,
        listingURL, listingRaw, listingNoRaw, rawOrigin, rawNotUTF8

    case errorNotFound, errorNotFoundKept, errorNotFoundAdvice, errorForbidden, errorForbiddenAsk,
        errorForbiddenAdvice, errorBadRequest, errorBadRequestAdvice, errorTooMuch, errorNothingChanged, errorFailed,
        errorFailedKept, errorFailedAdvice, errorUnavailable, errorUnavailableKept, errorWait, errorWaitOne,
        errorWaitOther, errorHome, errorQuote
}
